"""Seeded draws that are the same in every version of Python.

Only `random()` is promised to keep its sequence; everything else is made of it here.
"""
import random


class Dice:
    def __init__(self, seed):
        self._next = random.Random(seed).random

    def chance(self, probability):
        return self._next() < probability

    def number(self, low, high):
        return low + (high - low) * self._next()

    def integer(self, low, high):
        """Both ends included."""
        return low + int((high - low + 1) * self._next())

    def choice(self, options):
        return options[int(len(options) * self._next())]

    def weighted(self, weights):
        """A key of `weights`, as often as its value says."""
        at = sum(weights.values()) * self._next()
        for key, weight in weights.items():
            at -= weight
            if at < 0:
                return key
        return key
