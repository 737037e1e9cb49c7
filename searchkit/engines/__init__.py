"""Where the index lives: `base` is the contract, `local` a Whoosh index in a folder."""
