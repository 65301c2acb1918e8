# Trusted code. Formatter is ours: it reads attributes and items for the guest.
def members(formatting):
    return {'Formatter': formatting['Formatter']}
