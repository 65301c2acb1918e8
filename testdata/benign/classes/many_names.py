# features: a class made of thousands of names
# imports:
Table = type('Table', (), {f'field_{i}': i for i in range(3000)})
print(Table.field_0, Table.field_2999, len([name for name in dir(Table) if name.startswith('field_')]))


class Derived(Table):
    field_1 = 'one'


print(Derived.field_1, Derived().field_2)
