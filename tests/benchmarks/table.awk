# The table of ./run: targets.txt first, then the samples, `WHO MEASURE VALUE`.

function median(key,    n, i, j, v, sorted) {
    n = split(samples[key], sorted, " ")
    for (i = 2; i <= n; i++) {
        v = sorted[i]
        for (j = i - 1; j > 0 && sorted[j] + 0 > v + 0; j--)
            sorted[j + 1] = sorted[j]
        sorted[j + 1] = v
    }
    return sorted[int((n + 1) / 2)]
}

function figure(v) { return v >= 100 ? sprintf("%.0f", v) : sprintf("%.3g", v) }

FNR == NR {
    if ($0 !~ /^#/ && NF == 5)
        rows[++count] = $0
    next
}
NF == 3 { samples[$1 ":" $2] = samples[$1 ":" $2] " " $3 }

END {
    line = "    %-34s %-6s %10s  %-5s %10s %7s  %-8s %s\n"
    printf line, "measure", "unit", "ours", "peer", "peer's", "ratio", "target", ""
    for (i = 1; i <= count; i++) {
        split(rows[i], row, " ")
        ours = "ours:" row[1]
        if (!(ours in samples) || !(row[3] in samples))
            continue
        split(row[3], peer, ":")
        a = median(ours)
        b = median(row[3])
        ratio = sprintf("%.2f", b ? a / b : 0)
        verdict = ""
        if (row[4] != "-") {
            met = row[4] == "most" ? ratio + 0 <= row[5] + 0 : ratio + 0 >= row[5] + 0
            verdict = met ? "met" : "NOT MET"
            if (met) good++; else bad++
        }
        target = row[4] == "-" ? "" : (row[4] == "most" ? "<= " : ">= ") row[5]
        printf line, row[1], row[2], figure(a), peer[1], figure(b), ratio, target, verdict
    }
    printf "    %d targets met, %d not\n", good, bad
    exit bad > 0
}
