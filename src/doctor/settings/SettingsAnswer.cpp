#include "doctor/settings/SettingsAnswer.h"

#include "cluster/ReleaseDefaults.h"
#include "doctor/settings/AnswerParts.h"

namespace nodescope::doctor {

using base::NodeName;
using term::Term;

namespace {

constexpr qsizetype MaxListed = 10000; // entries of a list that a node sends

std::optional<quint16> portOf(const Term &term)
{
    const std::optional<quint64> number = term.toUnsigned();
    if (!number || *number == 0 || *number > 65535)
        return std::nullopt;
    return quint16(*number);
}

/// The first value of an argument: `[["false"]]`.
QString firstValue(const Term &values)
{
    return shortText(values.at(0).at(0));
}

/// A switch without a value counts as true, as `-hidden` does.
std::optional<bool> booleanArgument(const Term &values)
{
    const QString text = firstValue(values);
    if (text == QLatin1String("false"))
        return false;
    if (text.isEmpty() || text == QLatin1String("true"))
        return true;
    return std::nullopt;
}

QStringList textsOf(const Term &list)
{
    QStringList texts;
    for (const Term &element : list.elements()) {
        if (texts.size() >= MaxListed)
            break;
        texts.append(shortText(element));
    }
    return texts;
}

NodeSettings::TlsRole readTlsRole(const Term &role)
{
    NodeSettings::TlsRole read;
    read.authorities = role.at(1).toBoolean() == true;
    const QString verify = shortText(role.at(2));
    if (verify != QLatin1String("undefined"))
        read.verify = verify;
    return read;
}

void readTls(const Term &value, NodeSettings &into)
{
    if (!value.isTuple(2))
        return;
    NodeSettings::Tls tls;
    tls.options = value.at(0).toBoolean() == true;
    for (const Term &role : value.at(1).elements()) {
        if (role.at(0).isAtom(QLatin1String("server")))
            tls.server = readTlsRole(role);
        else if (role.at(0).isAtom(QLatin1String("client")))
            tls.client = readTlsRole(role);
    }
    into.tls = tls;
}

void readOwnEpmd(const Term &value, NodeSettings &into)
{
    using OwnEpmd = NodeSettings::OwnEpmd;
    if (value.isAtom(QLatin1String("false"))) {
        into.ownEpmd = OwnEpmd::NotListed;
    } else if (value.isTuple(2) && value.at(0).isAtom(QLatin1String("error"))) {
        into.ownEpmd = OwnEpmd::Unreachable;
    } else if (value.isTuple(2) && portOf(value.at(1))) {
        into.ownEpmd = OwnEpmd::Listed;
        into.ownEpmdPort = *portOf(value.at(1));
    }
}

void readCookieFacts(const QString &key, const Term &value, NodeSettings &into)
{
    using Length = NodeSettings::CookieLength;
    if (key == QLatin1String("cookie")) {
        into.cookieDigest = value.toByteArray();
    } else if (key == QLatin1String("cookies")) {
        for (const Term &entry : value.elements()) {
            const auto name = NodeName::parse(entry.at(0).atomText());
            if (name && entry.isTuple(2) && entry.at(1).isBinary())
                into.cookieDigests.insert(*name, entry.at(1).toByteArray());
        }
    } else if (key == QLatin1String("length")) {
        into.cookieLength = value.isAtom(QLatin1String("short"))    ? Length::Short
                            : value.isAtom(QLatin1String("medium")) ? Length::Medium
                            : value.isAtom(QLatin1String("long"))   ? Length::Long
                                                                    : Length::Unknown;
    } else if (key == QLatin1String("setcookie")) {
        into.cookieOnCommandLine = value.toBoolean();
    } else if (key == QLatin1String("mode")) {
        for (const Term &mode : value.elements())
            into.cookieFileModes.append(int(mode.toInteger().value_or(0) & 0777));
    }
}

void readOne(const QString &key, const Term &value, NodeSettings &into)
{
    if (key == QLatin1String("args")) {
        for (const Term &entry : value.elements())
            readArgument(entry.at(0).atomText(), entry.at(1), into);
    } else if (key == QLatin1String("env")) {
        for (const Term &entry : value.elements())
            readParameter(entry.at(0).atomText(), entry.at(1), into);
    } else if (key == QLatin1String("visible")) {
        into.visible = readNames(value);
    } else if (key == QLatin1String("hidden")) {
        into.hidden = readNames(value);
    } else if (key == QLatin1String("ssl_dist_opt")) {
        readTls(value, into);
    } else if (key == QLatin1String("epmd_port")) {
        into.epmdPort = portOf(value);
    } else if (key == QLatin1String("address")) {
        into.epmdAddress = value.isAtom() ? QString() : shortText(value);
    } else if (key == QLatin1String("epmd")) {
        readOwnEpmd(value, into);
    } else if (key == QLatin1String("addresses")) {
        QStringList addresses;
        for (const Term &address : value.elements())
            addresses.append(addressText(address));
        addresses.removeAll(QString());
        into.epmdAnswersAt = addresses;
    } else {
        readCookieFacts(key, value, into);
        readSetting(key, value, into);
    }
}

} // namespace

QList<NodeName> readNames(const Term &list)
{
    QList<NodeName> names;
    for (const Term &element : list.elements()) {
        if (names.size() >= MaxListed)
            break;
        if (const auto name = NodeName::parse(element.atomText()))
            names.append(*name);
    }
    return names;
}

void readSetting(const QString &key, const Term &value, NodeSettings &into)
{
    if (key == QLatin1String("otp_release")) {
        into.release = shortText(value);
    } else if (key == QLatin1String("version")) {
        into.erts = shortText(value);
    } else if (key == QLatin1String("kernel")) {
        into.kernel = shortText(value);
    } else if (key == QLatin1String("elixir")) {
        into.elixir = shortText(value);
    } else if (key == QLatin1String("net_kernel")) {
        into.netKernelAnswers = false;
    } else if (key == QLatin1String("longnames")) {
        into.netKernelAnswers = true;
        if (const std::optional<bool> isLong = value.toBoolean())
            into.nameMode = *isLong ? NodeSettings::NameMode::Long : NodeSettings::NameMode::Short;
    } else if (key == QLatin1String("net_ticktime")) {
        // While it changes: {ongoing_change_to, Seconds}.
        const Term seconds = value.isTuple(2) ? value.at(1) : value;
        if (const auto number = seconds.toInteger(); number && *number > 0 && *number < 1'000'000)
            into.netTickTime = int(*number);
    } else if (key == QLatin1String("allowed")) {
        if (value.isTuple(2) && value.at(0).isAtom(QLatin1String("ok")))
            into.allowed = textsOf(value.at(1));
    }
}

void readArgument(const QString &key, const Term &values, NodeSettings &into)
{
    if (key == QLatin1String("proto_dist")) {
        QStringList protocols;
        for (const Term &value : values.elements())
            protocols += textsOf(value);
        if (!protocols.isEmpty())
            into.protocols = protocols;
    } else if (key == QLatin1String("dist_listen")) {
        into.listens = booleanArgument(values);
    } else if (key == QLatin1String("hidden")) {
        into.isHidden = booleanArgument(values) != false;
    } else if (key == QLatin1String("start_epmd")) {
        into.startsEpmd = booleanArgument(values);
    } else if (key == QLatin1String("epmd_module")) {
        into.epmdModule = firstValue(values);
    } else if (key == QLatin1String("erl_epmd_port")) {
        bool isNumber = false;
        const uint port = firstValue(values).toUInt(&isNumber);
        if (isNumber && port > 0 && port <= 65535)
            into.fixedPort = quint16(port);
    } else if (key == QLatin1String("connect_all")) {
        // The old switch; the kernel's parameter is the same thing.
        if (booleanArgument(values) == false)
            into.connectAll = false;
    }
}

void readParameter(const QString &key, const Term &value, NodeSettings &into)
{
    if (key == QLatin1String("connect_all")) {
        into.connectAll = into.connectAll.value_or(true) && value.toBoolean() != false;
    } else if (key == QLatin1String("dist_auto_connect")) {
        const QString word = shortText(value);
        into.autoConnect = word == QLatin1String("true") ? QStringLiteral("always") : word;
    } else if (key == QLatin1String("prevent_overlapping_partitions")) {
        into.preventsPartitions = value.toBoolean();
    } else if (key == QLatin1String("inet_dist_listen_min")) {
        into.listenMin = portOf(value);
    } else if (key == QLatin1String("inet_dist_listen_max")) {
        into.listenMax = portOf(value);
    }
}

void fillDefaults(NodeSettings &into)
{
    // Nodes that are no BEAM (practice nodes) have no defaults of OTP's.
    const int release = into.releaseNumber();
    if (into.source == NodeSettings::Source::None || release == 0)
        return;
    if (!into.protocols)
        into.protocols = QStringList{QStringLiteral("inet_tcp")};
    if (!into.connectAll)
        into.connectAll = true;
    if (into.autoConnect.isEmpty())
        into.autoConnect = QStringLiteral("always");
    if (!into.preventsPartitions)
        into.preventsPartitions = cluster::preventsByDefault(release);
    if (into.source != NodeSettings::Source::Probe)
        return;
    if (!into.isHidden)
        into.isHidden = false;
    if (!into.listens)
        into.listens = true;
    if (!into.startsEpmd)
        into.startsEpmd = true;
    if (into.epmdModule.isEmpty())
        into.epmdModule = QStringLiteral("erl_epmd");
}

bool readSettings(const Term &answer, NodeSettings &into)
{
    if (!answer.isList() || answer.size() == 0)
        return false;
    for (const Term &entry : answer.elements()) {
        if (entry.isTuple(2) && entry.at(0).isAtom())
            readOne(entry.at(0).atomText(), entry.at(1), into);
    }
    into.source = NodeSettings::Source::Probe;
    fillDefaults(into);
    return true;
}

} // namespace nodescope::doctor
