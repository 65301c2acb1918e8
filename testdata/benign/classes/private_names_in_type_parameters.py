class Base:
    pass


class Echo:
    def __getattr__(self, name):
        return name


echo = Echo()
found = []


def take(value):
    found.append(value)
    return Base


def bound_of(cls):
    return cls.__type_params__[0].__bound__


class First[T: echo.__bound]:
    pass


class Second[T](take(echo.__base)):
    value = echo.__value


class Outer:
    class Third[T: echo.__bound](take(echo.__base)):
        pass

    def method[T: echo.__bound](self):
        class Fourth[T: echo.__bound](take(echo.__base)):
            pass

        return bound_of(Fourth)


for _ in range(2):
    print(bound_of(First), Second.value, bound_of(Outer.Third), Outer().method())
print(found)
