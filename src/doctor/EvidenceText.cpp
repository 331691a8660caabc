#include "doctor/EvidenceText.h"

#include <optional>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace nodescope::doctor {

namespace {

/// Every wording that `doctor` makes; `%1` to `%5` stand for what differs. The first that fits is taken, so
/// those that say more stand first.
constexpr const char *Wordings[] = {
    // EPMD, addresses and ports
    QT_TRANSLATE_NOOP("Evidence", "EPMD at port %1: no such name"),
    QT_TRANSLATE_NOOP("Evidence", "%1: connection refused"),
    QT_TRANSLATE_NOOP("Evidence", "%1: no answer"),
    QT_TRANSLATE_NOOP("Evidence", "%1: host unreachable"),
    QT_TRANSLATE_NOOP("Evidence", "%1: failed"),
    QT_TRANSLATE_NOOP("Evidence", "connection refused"),
    QT_TRANSLATE_NOOP("Evidence", "host unreachable"),
    QT_TRANSLATE_NOOP("Evidence", "failed"),
    QT_TRANSLATE_NOOP("Evidence", "name service did not answer"),
    QT_TRANSLATE_NOOP("Evidence", "no EPMD reply"),
    QT_TRANSLATE_NOOP("Evidence", "no answer in time"),
    QT_TRANSLATE_NOOP("Evidence", "no answer"),
    QT_TRANSLATE_NOOP("Evidence", "no route"),
    QT_TRANSLATE_NOOP("Evidence", "lists nobody"),
    QT_TRANSLATE_NOOP("Evidence", "lists %1, and %2 more"),
    QT_TRANSLATE_NOOP("Evidence", "lists %1"),
    QT_TRANSLATE_NOOP("Evidence", "%1 differs in case only"),
    QT_TRANSLATE_NOOP("Evidence", "the node is up: we are connected to it"),
    QT_TRANSLATE_NOOP("Evidence", "the node answers at %1"),
    QT_TRANSLATE_NOOP("Evidence", "EPMD no longer lists the name"),
    QT_TRANSLATE_NOOP("Evidence", "EPMD now names another port"),
    QT_TRANSLATE_NOOP("Evidence", "EPMD still lists it there"),
    QT_TRANSLATE_NOOP("Evidence", "EPMD lists %1 and %2 at port %3"),
    QT_TRANSLATE_NOOP("Evidence", "ports 1 and 9 take connections, too"),
    QT_TRANSLATE_NOOP("Evidence", "not an address of this machine, whose name it is"),
    QT_TRANSLATE_NOOP("Evidence", "%1 resolves to %2"),
    QT_TRANSLATE_NOOP("Evidence", "%1 at %2, hidden, versions %3 to %4"),
    QT_TRANSLATE_NOOP("Evidence", "%1 at %2, normal, versions %3 to %4"),
    QT_TRANSLATE_NOOP("Evidence", "%1 at %2, %3, versions %4 to %5"),
    QT_TRANSLATE_NOOP("Evidence", "port %1"),
    // TLS or plain
    QT_TRANSLATE_NOOP("Evidence", "plain"),
    QT_TRANSLATE_NOOP("Evidence", "answers without TLS"),
    QT_TRANSLATE_NOOP("Evidence", "silent to TLS, answers without"),
    QT_TRANSLATE_NOOP("Evidence", "answers a TLS hello"),
    QT_TRANSLATE_NOOP("Evidence", "answers no TLS hello either"),
    QT_TRANSLATE_NOOP("Evidence", "a name without TLS"),
    QT_TRANSLATE_NOOP("Evidence", "tls alert %1 (%2)"),
    QT_TRANSLATE_NOOP("Evidence", "tls alert %1"),
    QT_TRANSLATE_NOOP("Evidence", "host_mismatch: %1 not among [%2], subject %3"),
    QT_TRANSLATE_NOOP("Evidence", "expired: %1 until %2"),
    QT_TRANSLATE_NOOP("Evidence", "not_yet_valid: %1 from %2"),
    QT_TRANSLATE_NOOP("Evidence", "client: no cacertfile"),
    // the handshake
    QT_TRANSLATE_NOOP("Evidence", "closed after %1 ms"),
    QT_TRANSLATE_NOOP("Evidence", "silent for %1 s"),
    QT_TRANSLATE_NOOP("Evidence", "no handshake message"),
    QT_TRANSLATE_NOOP("Evidence", "malformed message"),
    QT_TRANSLATE_NOOP("Evidence", "out of order: %1"),
    QT_TRANSLATE_NOOP("Evidence", "out of order"),
    QT_TRANSLATE_NOOP("Evidence", "unknown status: %1"),
    QT_TRANSLATE_NOOP("Evidence", "no node name: %1"),
    QT_TRANSLATE_NOOP("Evidence", "gave no dynamic name"),
    QT_TRANSLATE_NOOP("Evidence", "gave a name that was not asked for"),
    QT_TRANSLATE_NOOP("Evidence", "our own challenge came back"),
    QT_TRANSLATE_NOOP("Evidence", "accepted our digest, then proved another cookie"),
    QT_TRANSLATE_NOOP("Evidence", "no cookie at hand"),
    QT_TRANSLATE_NOOP("Evidence", "no cookie to compare with"),
    QT_TRANSLATE_NOOP("Evidence", "no cookie"),
    QT_TRANSLATE_NOOP("Evidence", "the part before # is accepted"),
    QT_TRANSLATE_NOOP("Evidence", "under two names"),
    QT_TRANSLATE_NOOP("Evidence", "%1, flags %2"),
    QT_TRANSLATE_NOOP("Evidence", "version %1"),
    QT_TRANSLATE_NOOP("Evidence", "as %1, hidden"),
    QT_TRANSLATE_NOOP("Evidence", "as %1"),
    // two nodes
    QT_TRANSLATE_NOOP("Evidence", "the two digests differ"),
    QT_TRANSLATE_NOOP("Evidence", "refused the cookie of %1"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is not on the list of %2"),
    QT_TRANSLATE_NOOP("Evidence", "net_kernel of %1 silent for 3 s"),
    QT_TRANSLATE_NOOP("Evidence", "net_kernel silent for 3 s"),
    QT_TRANSLATE_NOOP("Evidence", "connect_node answered false"),
    QT_TRANSLATE_NOOP("Evidence", "connect_node did not answer"),
    // over a link
    QT_TRANSLATE_NOOP("Evidence", "last byte %1 ms ago"),
    QT_TRANSLATE_NOOP("Evidence", "first byte after %1 ms"),
    QT_TRANSLATE_NOOP("Evidence", "no byte within %1 ms; not waited for"),
    QT_TRANSLATE_NOOP("Evidence", "answered with an error: %1"),
    QT_TRANSLATE_NOOP("Evidence", "answered badrpc"),
    QT_TRANSLATE_NOOP("Evidence", "answers no calls, as C and Java nodes: %1"),
    QT_TRANSLATE_NOOP("Evidence", "no connection any more"),
    QT_TRANSLATE_NOOP("Evidence", "already connected as %1"),
    QT_TRANSLATE_NOOP("Evidence", "already connected"),
    QT_TRANSLATE_NOOP("Evidence", "calls over the link that is up are answered"),
    QT_TRANSLATE_NOOP("Evidence", "cancelled"),
    QT_TRANSLATE_NOOP("Evidence", "an attempt is under way"),
    QT_TRANSLATE_NOOP("Evidence", "our own name"),
    QT_TRANSLATE_NOOP("Evidence", "the peer dialled us"),
    // callers
    QT_TRANSLATE_NOOP("Evidence", "none of %1"),
    QT_TRANSLATE_NOOP("Evidence", "closed within its first message"),
    QT_TRANSLATE_NOOP("Evidence", "closed without a byte"),
    QT_TRANSLATE_NOOP("Evidence", "closed when it had read our name"),
    QT_TRANSLATE_NOOP("Evidence", "no whole message in time"),
    QT_TRANSLATE_NOOP("Evidence", "a challenge of ours came back"),
    QT_TRANSLATE_NOOP("Evidence", "gave way to newer callers"),
    // what a node tells of itself
    QT_TRANSLATE_NOOP("Evidence", "gives dynamic names"),
    QT_TRANSLATE_NOOP("Evidence", "lets us in, cookie aside"),
    QT_TRANSLATE_NOOP("Evidence", "22 or earlier"),
    QT_TRANSLATE_NOOP("Evidence", "29 or later"),
    QT_TRANSLATE_NOOP("Evidence", "25 to 27"),
};

constexpr QLatin1String Between("; "); // as addEvidence() joins

bool isPlace(QStringView wording, qsizetype at)
{
    return at + 1 < wording.size() && wording.at(at) == u'%' && wording.at(at + 1).isDigit();
}

/// What stands at the places of the wording, which are numbered in their order; empty optional: it is
/// another.
std::optional<QStringList> placesIn(QStringView text, QStringView wording)
{
    QStringList places;
    qsizetype at = 0;
    qsizetype i = 0;
    while (i < wording.size()) {
        const bool place = isPlace(wording, i);
        const qsizetype begin = place ? i + 2 : i;
        qsizetype end = begin;
        while (end < wording.size() && !isPlace(wording, end))
            ++end;
        const QStringView fixed = wording.mid(begin, end - begin);
        i = end;
        if (!place) {
            if (!text.mid(at).startsWith(fixed))
                return std::nullopt;
            at += fixed.size();
            continue;
        }
        // The last words close the text; those between end at the first place where they stand.
        const bool last = end == wording.size();
        const qsizetype found = fixed.isEmpty() ? text.size()
                                : last          ? text.size() - fixed.size()
                                                : text.indexOf(fixed, at);
        if (found <= at || text.mid(found, fixed.size()) != fixed)
            return std::nullopt;
        places.append(text.mid(at, found - at).toString());
        at = found + fixed.size();
    }
    return at == text.size() ? std::optional(places) : std::nullopt;
}

/// A time such as `1.2`, as the language writes it; ports and addresses stay.
QString inLanguage(const QString &place)
{
    bool ok = false;
    const double number = place.toDouble(&ok);
    return ok && place.count(u'.') == 1 && place.section(u'.', 1).size() == 1
               ? QLocale().toString(number, 'f', 1)
               : place;
}

/// Not by arg(): what a peer said may hold a % itself.
QString filled(const QString &text, const QStringList &places)
{
    QString made;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = isPlace(text, i) ? text.at(i + 1).digitValue() : 0;
        if (number >= 1 && number <= places.size()) {
            made += inLanguage(places.at(number - 1));
            ++i;
        } else {
            made += text.at(i);
        }
    }
    return made;
}

/// In one wording of ours; as it is, if it fits none. `whole`: one that holds a semicolon itself.
QString one(const QString &evidence, bool whole)
{
    for (const char *wording : Wordings) {
        const QString words = QLatin1String(wording);
        if (whole && !words.contains(Between))
            continue;
        const auto places = placesIn(evidence, words);
        if (places)
            return filled(QCoreApplication::translate("Evidence", wording), *places);
    }
    return evidence;
}

} // namespace

QString evidenceText(const QString &evidence)
{
    if (!evidence.contains(Between))
        return one(evidence, false);
    const QString whole = one(evidence, true);
    if (whole != evidence)
        return whole;
    // What tests added to it.
    QStringList parts = evidence.split(Between);
    for (QString &part : parts)
        part = one(part, false);
    return parts.join(Between);
}

} // namespace nodescope::doctor
