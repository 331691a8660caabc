#include "lab/Probes.h"

#include "lab/ProbeTexts.h"
#include "term/Parser.h"

namespace nodescope::lab::probes {

using term::Term;

namespace {
Term parseForms(const char *text)
{
    const auto parsed = term::parse(QString::fromUtf8(text));
    Q_ASSERT_X(parsed.ok(), "probes", "resources/probes holds a file that is no term");
    return parsed.ok() ? *parsed : Term();
}
} // namespace

const Term &watchForms()
{
    static const Term forms = parseForms(WatchText);
    return forms;
}

const Term &cookieDigestForms()
{
    static const Term forms = parseForms(CookieDigestText);
    return forms;
}

const Term &figuresForms()
{
    static const Term forms = parseForms(FiguresText);
    return forms;
}

const Term &relayForms()
{
    static const Term forms = parseForms(RelayText);
    return forms;
}

const Term &processesForms()
{
    static const Term forms = parseForms(ProcessesText);
    return forms;
}

const Term &processForms()
{
    static const Term forms = parseForms(ProcessText);
    return forms;
}

const Term &supervisionForms()
{
    static const Term forms = parseForms(SupervisionText);
    return forms;
}

Term bound(const Term &bindings, QLatin1String variable)
{
    if (bindings.isMap())
        return bindings.value(variable);
    for (const Term &pair : bindings.elements())
        if (pair.isTuple(2) && pair.at(0).isAtom(variable))
            return pair.at(1);
    return {};
}

std::optional<term::Pid> boundPid(const Term &bindings)
{
    return bound(bindings, QLatin1String("P")).toPid();
}

} // namespace nodescope::lab::probes
