# Trusted code. The trusted code's regular expressions, each made when it is first needed: re is half of what a start would
# import. re.compile() won't do: in its cache a guest's class of strings can claim to equal any text, and bring its own.
def patterns():
    made, classes = {}, []

    def pattern(text):
        if text not in made:
            made[text] = class_of_patterns()(text, 0)
        return made[text]

    def class_of_patterns():
        """A class of our own, whose attributes are found first: methods of the library that set some can be called with re.Pattern
        for self, and a guest's descriptor there would be handed what is being made."""
        if not classes:
            from re import _compiler
            classes.append(type('Pattern', (_compiler._sre.Pattern,), {'__slots__': ('pattern', 'flags', 'groups', 'groupindex')}))
        return classes[0]

    return pattern
