# Trusted code. Class patterns: they read the attributes that __match_args__ names behind the guards' back.
def matching(fact, made, attribute, tell):
    type_mro, type_dict, name_of, attribute_of = fact['type_mro'], fact['type_dict'], fact['name_of'], fact['attribute_of']
    is_own_class, shows_classes, subclasses_of = fact['is_own_class'], fact['shows_classes'], made['subclasses_of']
    classify, decide_for, asks_always = attribute['classify'], attribute['decide_for'], attribute['asks_always']
    PLAIN, TYPED = attribute['PLAIN'], attribute['TYPED']
    missing = object()

    matched = {}
    keeps_match_args = {}
    # What the pattern of a class reads, by its id, that a library's class may have for itself.
    matched_privately = {}

    def match_class_guard(cls):
        """case C(p) becomes case _m0_(p) after _m0_ = _match_class_(C): a class pattern reads the
        attributes that C.__match_args__ names behind the guards' back, so the names are checked first."""
        if not issubclass(type(cls), type) or id(cls) in matched:
            return cls
        for k in type_mro(type(cls)):
            if k is not type and k is not object:
                names = type_dict(k)
                if '__getattribute__' in names or '__getattr__' in names or '__match_args__' in names:
                    raise TypeError(f"class pattern: the metaclass of '{name_of(cls)}' computes attributes")
        for k in type_mro(cls):
            names = type_dict(k).get('__match_args__', missing)
            if names is missing:
                continue
            if type(names) is not tuple:
                raise TypeError(f"{name_of(cls)}.__match_args__ must be a tuple (got {name_of(type(names))})")
            for name in names:
                if type(name) is not str:
                    raise TypeError(f"__match_args__ elements must be strings (got {name_of(type(name))})")
                if classify(name) != PLAIN and not (classify(name) == TYPED and private_match(cls, name)):
                    tell('match', attribute_of(cls, name), "it can't be matched")
                    raise TypeError(f"class pattern: attribute '{name}' can't be matched by guest code")
            private = [name for name in names if classify(name) != PLAIN]
            if private:
                matched_privately[id(cls)] = private
            break
        matched[id(cls)] = cls
        # From now on none of them is given other names, not even while the guest's code runs in the middle of a match.
        for k in type_mro(cls):
            keeps_match_args[id(k)] = k
        return cls

    def private_match(cls, name):
        # Other metaclasses may take objects for instances that are none: a class can be registered with an ABC.
        # And a class that is not shown when it is made may be derived from this one and from a library's.
        return type(cls) is type and not asks_always(name) and shows_classes[0] and is_own_class(cls) and name[:2] != '__' and is_field(cls, name)

    def is_field(cls, name):
        """Whether the name is a guest's to read of every instance of the class, and of those derived from it."""
        return (not issubclass(cls, type) and decide_for(cls, 'instance', name) == 'plain'
                and all([is_field(k, name) for k in subclasses_of(cls)]))

    def check_patterns(cls):
        """A class that is derived from one that a pattern has named holds to what was found out then."""
        for k in type_mro(cls):
            for name in matched_privately.get(id(k), ()):
                if not is_field(cls, name):
                    raise TypeError(f"a class pattern of '{name_of(k)}' reads '{name}', which '{name_of(cls)}' has of a library's class") from None

    made['further_checks'].append(check_patterns)

    def match_guard(subject, *classes):
        return subject

    return {'match_class_guard': match_class_guard, 'match_guard': match_guard, 'keeps_match_args': keeps_match_args}
