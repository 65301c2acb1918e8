"""A shell of commands, driven by a script and by lines that are put into its queue."""
import cmd
import io
import sys


class Shell(cmd.Cmd):
    intro = 'Welcome.'
    prompt = '(shop) '
    use_rawinput = False

    def __init__(self, **streams):
        super().__init__(**streams)
        self.basket = {}

    def do_add(self, arg):
        """add NAME [COUNT]: puts something into the basket"""
        name, _, count = arg.partition(' ')
        self.basket[name] = self.basket.get(name, 0) + int(count or 1)
        self.stdout.write(f'{name}: {self.basket[name]}\n')

    def do_list(self, arg):
        "list: shows the basket"
        self.columns([f'{k}={v}' for k, v in sorted(self.basket.items())], 24)

    columns = cmd.Cmd.columnize

    def do_shell(self, arg):
        print('!', arg, file=self.stdout)

    def do_EOF(self, arg):
        return True

    def help_topic(self):
        print('about a topic', file=self.stdout)

    def help_list(self):
        print('lists', file=self.stdout)

    def default(self, line):
        if line.startswith('#'):
            return
        super().default(line)

    def emptyline(self):
        print('(nothing)', file=self.stdout)

    def precmd(self, line):
        return line.strip()

    def postcmd(self, stop, line):
        return stop or line == 'leave'

    def preloop(self):
        print('begins', file=self.stdout)

    def postloop(self):
        print('ends', file=self.stdout)


out = io.StringIO()
shell = Shell(stdin=io.StringIO('add tea 2\nadd milk\n\nlist\n?\n?add\nhelp list\nhelp none\nhelp topic\nbogus 1\n# no\n!ls -l\nadd tea x3\n'.replace(' x3', '')), stdout=out)
shell.cmdloop()
print(out.getvalue())
print(shell.parseline('add  a b '), shell.parseline('?x'), shell.parseline('!x'), shell.parseline(''), shell.completenames('a'), shell.lastcmd)
other = Shell(stdout=sys.stdout)
other.cmdqueue.extend(['add a', 'list', 'leave'])
other.cmdloop('Another.')
for line in ('add b 3', 'list', 'EOF'):
    print(other.onecmd(line))
cmd.Cmd(stdout=sys.stdout).onecmd('help')
other.columnize([f'word{n}' for n in range(20)], displaywidth=40)
try:
    other.columnize(['a', 1])
except TypeError as error:
    print(error)
