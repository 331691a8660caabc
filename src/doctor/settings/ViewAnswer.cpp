#include <QHostAddress>

#include "doctor/settings/AnswerParts.h"
#include "doctor/settings/SettingsAnswer.h"

namespace nodescope::doctor {

using term::Term;

namespace {
constexpr qsizetype MaxText = 64;
}

QString shortText(const Term &term)
{
    if (term.isAtom())
        return term.atomText().left(MaxText);
    return term.toText().value_or(QString()).left(MaxText);
}

QString addressText(const Term &tuple)
{
    QByteArray bytes;
    const bool isV6 = tuple.isTuple(8);
    if (!isV6 && !tuple.isTuple(4))
        return {};
    for (const Term &element : tuple.elements()) {
        const quint64 value = element.toUnsigned().value_or(0);
        if (isV6)
            bytes.append(char(value >> 8));
        bytes.append(char(value));
    }
    if (isV6)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData())).toString();
    const auto *b = reinterpret_cast<const quint8 *>(bytes.constData());
    return QStringLiteral("%1.%2.%3.%4").arg(b[0]).arg(b[1]).arg(b[2]).arg(b[3]);
}

void readResolution(const Term &answer, PeerView &into)
{
    if (!answer.isTuple(2))
        return;
    into.resolves = answer.at(0).isAtom(QLatin1String("ok"));
    into.resolution = *into.resolves ? addressText(answer.at(1)) : shortText(answer.at(1));
}

void readPortPlease(const Term &answer, std::optional<bool> reachable, PeerView &into)
{
    using Epmd = PeerView::Epmd;
    if (answer.isTuple(3) && answer.at(0).isAtom(QLatin1String("port"))) {
        into.epmd = reachable ? Epmd::Found : Epmd::Bypassed;
        into.epmdAnswer = answer.at(1).isInteger() ? answer.at(1).decimalText() : QString();
    } else if (answer.isAtom(QLatin1String("noport")) && reachable == true) {
        into.epmd = Epmd::NotRegistered;
        into.epmdAnswer = QStringLiteral("noport");
    } else if (answer.isTuple(2) && answer.at(0).isAtom(QLatin1String("error"))) {
        into.epmdAnswer = shortText(answer.at(1));
    }
}

std::optional<PeerView> readView(const Term &answer)
{
    if (!answer.isTuple(5))
        return std::nullopt;
    PeerView view;
    readResolution(answer.at(0), view);
    if (answer.at(1).isTuple(2))
        view.resolvesElse = answer.at(1).at(0).isAtom(QLatin1String("ok"));
    const Term &reached = answer.at(2);
    if (reached.isTuple(2)) {
        view.epmd = PeerView::Epmd::Unreachable;
        view.epmdAnswer = shortText(reached.at(1));
    } else {
        const bool asked = reached.isAtom(QLatin1String("ok"));
        readPortPlease(answer.at(3), asked ? std::optional(true) : std::nullopt, view);
    }
    const Term &knocked = answer.at(4);
    if (knocked.isAtom(QLatin1String("ok"))) {
        view.portOpens = true;
    } else if (knocked.isTuple(2)) {
        view.portOpens = false;
        view.portAnswer = shortText(knocked.at(1));
    }
    return view;
}

} // namespace nodescope::doctor
