"""re.Scanner, which takes a text apart."""
import re


class Scanner:
    """Looks for the phrases of a lexicon, in their order, where the one before ended; each says what becomes of what it matches."""
    __module__ = 're'

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._patterns = [(re.compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        found, at = [], 0
        while True:
            for pattern, action in self._patterns:
                match = pattern.match(string, at)
                if match is not None:
                    break
            else:
                break
            if match.end() == at:
                break
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                found.append(action)
            at = match.end()
        return found, string[at:]
