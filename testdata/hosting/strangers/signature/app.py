handle = application = print
