#include "cli/handshake/FieldChoice.h"

#include "cli/CookieChoice.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "protocol/Flags.h"
#include "protocol/handshake/Digest.h"

namespace nodescope::cli {

using cluster::HandshakeEdit;
using protocol::Flags;

namespace {

QString labelOf(const QString &message)
{
    static const QMap<QString, QString> Labels{
        {QStringLiteral("name"), QStringLiteral("send_name")},
        {QStringLiteral("status"), QStringLiteral("recv_status")},
        {QStringLiteral("status_reply"), QStringLiteral("status_reply")},
        {QStringLiteral("challenge"), QStringLiteral("send_challenge")},
        {QStringLiteral("reply"), QStringLiteral("send_challenge_reply")},
        {QStringLiteral("ack"), QStringLiteral("send_challenge_ack")}};
    return Labels.value(message);
}

std::optional<quint64> numberOf(const QString &text, quint64 most)
{
    bool ok = false;
    const quint64 number = text.toULongLong(&ok, 0);
    return ok && number <= most ? std::optional(number) : std::nullopt;
}

// `-BIG_CREATION,+PUBLISHED`, on top of what we send by ourselves.
std::optional<quint64> flagsOf(const QString &text)
{
    if (const auto number = numberOf(text, ~quint64(0)))
        return number;
    Flags flags = protocol::masks::Recommended;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        Flags named;
        for (int bit = 0; bit < 64; ++bit) {
            const Flags one(quint64(1) << unsigned(bit));
            if (protocol::flagNames(one).contains(part.mid(1)))
                named = named | one;
        }
        if (named.isEmpty() || (part.at(0) != u'+' && part.at(0) != u'-'))
            return std::nullopt;
        flags = part.at(0) == u'+' ? flags | named : flags.without(named);
    }
    return flags.bits();
}

/// False: it cannot have that value.
bool setField(HandshakeEdit &edit, const QString &field, const QString &value, Console &console)
{
    constexpr quint64 Most32 = 0xffffffff;
    const auto set32 = [&value](std::optional<quint32> &into) {
        const auto number = numberOf(value, Most32);
        if (number)
            into = quint32(*number);
        return number.has_value();
    };
    if (field == QLatin1String("name"))
        edit.name = value;
    else if (field == QLatin1String("status"))
        edit.status = value;
    else if (field == QLatin1String("flags"))
        return (edit.flags = flagsOf(value)).has_value();
    else if (field == QLatin1String("creation"))
        return set32(edit.creation);
    else if (field == QLatin1String("challenge"))
        return set32(edit.challenge);
    else if (field == QLatin1String("length"))
        return set32(edit.length);
    else if (field == QLatin1String("digest")) {
        edit.digest = QByteArray::fromHex(value.toLatin1());
        return edit.digest->size() == protocol::Digest::Size;
    } else if (field == QLatin1String("cookie")) {
        const auto cookie = cookieOfFile(value, console);
        if (cookie)
            edit.cookie = *cookie;
        return cookie.has_value();
    } else
        return false;
    return true;
}

} // namespace

base::Result<FieldChoices, QString> fieldChoices(const QStringList &words, Console &console)
{
    FieldChoices choices;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        const qsizetype dot = word.indexOf(u'.');
        const QString label = dot > 0 && dot < equals ? labelOf(word.left(dot)) : QString();
        if (label.isEmpty())
            return base::Failure{
                Words::tr("--set needs MESSAGE.FIELD=VALUE, with a message out of name, status, "
                          "status_reply, challenge, reply and ack: %1")
                    .arg(safeText(word))};
        const QString field = word.mid(dot + 1, equals - dot - 1);
        if (!setField(choices[label], field, word.mid(equals + 1), console))
            return base::Failure{Words::tr("--set: no field, or no value for it: %1").arg(safeText(word))};
    }
    return choices;
}

} // namespace nodescope::cli
