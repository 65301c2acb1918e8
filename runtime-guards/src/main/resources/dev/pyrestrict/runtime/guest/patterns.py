# Trusted code. The trusted code's regular expressions, each made when it is first needed: re is half of what a start would
# import. re.compile() won't do: in its cache a guest's class of strings can claim to equal any text, and bring its own.
def patterns():
    made = {}

    def pattern(text):
        if text not in made:
            from re import _compiler
            made[text] = _compiler.compile(text)
        return made[text]

    return pattern
