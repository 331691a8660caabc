"""Prints line coverage for each folder of src/ from gcovr's JSON, and fails where one is below its floor.

table.py FILE SHOW-LINES FOLDER=PERCENT...
"""

import json
import sys


def ranges(numbers):
    """1,2,3,7 as 1-3,7."""
    text = []
    for number in sorted(numbers):
        if text and text[-1][1] == number - 1:
            text[-1][1] = number
        else:
            text.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in text)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        report = json.load(file)
    floors = {name: float(least) for name, least in (item.split("=") for item in sys.argv[3:])}
    lines, missed = {}, {}
    for entry in report["files"]:
        parts = entry["file"].split("/")
        if len(parts) < 3:
            continue
        counted = [line for line in entry["lines"] if not line.get("gcovr/noncode")]
        unreached = [line["line_number"] for line in counted if line["count"] == 0]
        folder = parts[1]
        lines[folder] = lines.get(folder, 0) + len({line["line_number"] for line in counted})
        missed.setdefault(folder, {})[entry["file"]] = set(unreached)
    below = False
    total = total_missed = 0
    for folder in sorted(lines):
        gone = sum(len(numbers) for numbers in missed[folder].values())
        total, total_missed = total + lines[folder], total_missed + gone
        percent = 100 * (lines[folder] - gone) / lines[folder]
        floor = floors.get(folder)
        verdict = "" if floor is None else f"  at least {floor:g} %"
        if floor is not None and percent < floor:
            verdict, below = verdict + ": BELOW", True
        print(f"    {folder:10} {percent:6.1f} %  of {lines[folder]:6} lines{verdict}")
        if floor is not None and sys.argv[2] == "1":
            for name, numbers in sorted(missed[folder].items()):
                if numbers:
                    print(f"        {name}: {ranges(numbers)}")
    if total:
        print(f"    {'overall':10} {100 * (total - total_missed) / total:6.1f} %  of {total:6} lines")
    absent = [name for name in floors if name not in lines]
    if absent:
        print(f"    no figures for {', '.join(absent)}")
    return 1 if below or absent else 0


sys.exit(main())
