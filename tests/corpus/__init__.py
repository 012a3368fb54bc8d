r"""Small workspaces, broken and correct, each with the exact findings it must give.

A case changes a sound base. It is written as people would tell it: a sentence, then for each file that changes its path and the change.

    === a number is typed that the entry holds
    evidence/openness/response.yaml
    - The fair drew {fair.visits}
    + The fair drew ⟦C401⟧1,000,000 visits

Lines after `-` must stand in the base once, as they are; lines after `+` take their place, lines after `|` are the whole file. `⟦C401⟧` stands where
that finding must point to and is taken out before the file is written; `! E121 path` expects a finding at the beginning of a file. `(two languages)`
adds Swedish, and `\t`, `\0`, `\r`, `\ufeff` and their like stand for signs that cannot be seen. After a path may stand

    (removed)                  the file is taken away
    (CRLF)                     its lines end as on Windows
    (open end)                 its last line has no end
    (latin-1), (utf-16)        its encoding
    (hex)                      its bytes, in hexadecimal digits
    (repeated 1000001: #)      that text so many times
    (link to /etc/hosts)    a symbolic link
"""
