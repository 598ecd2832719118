"""A comparison that cannot fail proves nothing: each complaint is provoked once."""

import unittest

from comparing import complaints

ENTRY = {
    "observation": "desired: negative",
    "moto": "accepted",
    "simulator": "error: ValidationError",
    "reason": "moto does not check it",
    "source": "https://docs.aws.amazon.com/",
}
MOTO = {"desired: negative": "accepted", "image: found": 1}
SIMULATOR = {"desired: negative": "error: ValidationError", "image: found": 1}


class Complaints(unittest.TestCase):
    def said(self, *, moto=None, simulator=None, listed=(ENTRY,)):
        return complaints({**MOTO, **(moto or {})}, {**SIMULATOR, **(simulator or {})}, list(listed))

    def test_a_listed_difference_is_none(self):
        self.assertEqual(self.said(), [])

    def test_a_difference_that_is_not_listed(self):
        self.assertEqual(
            self.said(simulator={"image: found": 2}),
            ["image: found: moto answers 1, the simulator 2, and nothing says why"],
        )

    def test_a_listed_difference_that_is_gone(self):
        self.assertEqual(
            self.said(simulator={"desired: negative": "accepted"}),
            ["desired: negative: listed, but both answer accepted"],
        )

    def test_a_listed_difference_with_another_value(self):
        self.assertEqual(
            self.said(moto={"desired: negative": "error: 500"}),
            ["desired: negative: moto is listed with accepted, and answers error: 500"],
        )

    def test_an_entry_without_its_observation(self):
        self.assertEqual(
            self.said(listed=[ENTRY, {**ENTRY, "observation": "gone"}]),
            ["gone: listed, but no observation"],
        )

    def test_an_entry_that_stands_twice(self):
        self.assertEqual(self.said(listed=[ENTRY, ENTRY]), ["desired: negative: listed twice"])

    def test_an_entry_without_reason_and_source(self):
        self.assertEqual(
            self.said(listed=[{**ENTRY, "reason": "", "source": "a blog"}]),
            ["desired: negative: its difference has no reason", "desired: negative: its difference has no source"],
        )

    def test_an_answer_of_the_simulator_that_is_none_of_aws(self):
        both = {"image: found": "unreadable: KeyError"}
        self.assertEqual(
            self.said(moto=both, simulator=both),
            ["image: found: no answer of AWS: unreadable: KeyError"],
        )


if __name__ == "__main__":
    unittest.main()
