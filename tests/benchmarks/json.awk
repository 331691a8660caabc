# The samples as JSON: {"WHO": {"MEASURE": [VALUE, ...]}}.

NF == 3 {
    if (!($1 in measures)) { who[++people] = $1; measures[$1] = "" }
    if (!(($1, $2) in values)) measures[$1] = measures[$1] " " $2
    values[$1, $2] = values[$1, $2] (values[$1, $2] == "" ? "" : ", ") $3
}
END {
    printf "{"
    for (i = 1; i <= people; i++) {
        printf "%s\n  \"%s\": {", (i > 1 ? "," : ""), who[i]
        n = split(measures[who[i]], names, " ")
        for (j = 1; j <= n; j++)
            printf "%s\n    \"%s\": [%s]", (j > 1 ? "," : ""), names[j], values[who[i], names[j]]
        printf "\n  }"
    }
    print "\n}"
}
