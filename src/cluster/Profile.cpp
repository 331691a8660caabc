#include "cluster/Profile.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace nodescope::cluster {

namespace {

constexpr int Version = 1;
constexpr qsizetype MaxName = 80;
constexpr qsizetype MaxPath = 4096;
constexpr double MaxCoordinate = 1e7;

QString key(const char *name)
{
    return QLatin1String(name);
}

QJsonArray namesOf(const QList<base::NodeName> &nodes)
{
    QJsonArray names;
    for (const base::NodeName &node : nodes)
        names.append(node.text());
    return names;
}

SourceSpec withoutPaths(SourceSpec spec)
{
    if (auto *gossip = std::get_if<GossipGroup>(&spec))
        gossip->secretFile.clear();
    return spec;
}

/// Reads one field after the other; the first that is wrong is kept.
class Reader
{
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {
    }
    [[nodiscard]] const QString &wrong() const { return m_wrong; }

    QString text(const char *field, qsizetype most)
    {
        const QJsonValue value = m_json.value(key(field));
        const QString text = value.toString();
        const bool printable = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
        if ((!value.isUndefined() && !value.isString()) || text.size() > most || !printable)
            refuse(field);
        return text;
    }

    QList<base::NodeName> nodes(const char *field)
    {
        QList<base::NodeName> nodes;
        const QJsonArray names = array(field, MaxProfileNodes);
        for (const QJsonValue name : names) {
            const auto node = base::NodeName::parse(name.toString());
            if (!node)
                refuse(field);
            else if (!nodes.contains(*node))
                nodes.append(*node);
        }
        return nodes;
    }

    QList<SourceSpec> sources(const char *field)
    {
        QList<SourceSpec> sources;
        const QJsonArray list = array(field, MaxProfileSources);
        for (const QJsonValue one : list) {
            if (const auto spec = sourceFromJson(one.toObject()))
                sources.append(*spec);
            else
                refuse(field);
        }
        return sources;
    }

    QList<PlacedNode> placements(const char *field)
    {
        QList<PlacedNode> placed;
        const QJsonArray list = array(field, MaxProfileNodes);
        for (const QJsonValue one : list) {
            const QJsonObject object = one.toObject();
            const auto node = base::NodeName::parse(object.value(key("node")).toString());
            const double x = object.value(key("x")).toDouble();
            const double y = object.value(key("y")).toDouble();
            if (!node || std::abs(x) > MaxCoordinate || std::abs(y) > MaxCoordinate)
                refuse(field);
            else
                placed.append({*node, x, y, object.value(key("pinned")).toBool()});
        }
        return placed;
    }

    std::optional<quint16> port(const char *field)
    {
        const QJsonValue value = m_json.value(key(field));
        if (value.isUndefined())
            return std::nullopt;
        const int port = value.toInt(-1);
        if (port <= 0 || port > 65535)
            refuse(field);
        return quint16(port);
    }

    void refuse(const char *field)
    {
        if (m_wrong.isEmpty())
            m_wrong = key(field);
    }

private:
    QJsonArray array(const char *field, qsizetype most)
    {
        const QJsonValue value = m_json.value(key(field));
        if ((!value.isUndefined() && !value.isArray()) || value.toArray().size() > most) {
            refuse(field);
            return {};
        }
        return value.toArray();
    }

    const QJsonObject &m_json;
    QString m_wrong;
};

base::Failure<ProfileError> fail(ProfileFault fault, const QString &detail = {})
{
    return base::Failure{ProfileError{fault, detail}};
}

} // namespace

QByteArray toJson(const Profile &profile, bool shared)
{
    QJsonObject json{{key("nodescope_profile"), Version}, {key("name"), profile.name}};
    json.insert(key("entry"), namesOf(profile.entry));
    json.insert(key("expected"), namesOf(profile.expected));
    QJsonArray sources;
    for (const SourceSpec &source : profile.sources)
        sources.append(toJson(shared ? withoutPaths(source) : source));
    json.insert(key("sources"), sources);
    if (profile.epmdPort)
        json.insert(key("epmd_port"), *profile.epmdPort);
    if (!shared && !profile.cookieFile.isEmpty())
        json.insert(key("cookie_file"), profile.cookieFile);
    if (!shared && !profile.tlsOptionFile.isEmpty())
        json.insert(key("tls_option_file"), profile.tlsOptionFile);
    QJsonArray placements;
    for (const PlacedNode &placed : profile.placements)
        placements.append(QJsonObject{{key("node"), placed.node.text()},
                                      {key("x"), placed.x},
                                      {key("y"), placed.y},
                                      {key("pinned"), placed.pinned}});
    if (!placements.isEmpty())
        json.insert(key("placements"), placements);
    return QJsonDocument(json).toJson();
}

base::Result<Profile, ProfileError> readProfile(const QByteArray &json)
{
    if (json.size() > MaxProfileBytes)
        return fail(ProfileFault::TooLarge);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ProfileFault::NotJson,
                    QStringLiteral("%1: %2").arg(error.offset).arg(error.errorString()));
    const QJsonObject object = document.object();
    const int version = object.value(key("nodescope_profile")).toInt(0);
    if (version <= 0)
        return fail(ProfileFault::NotAProfile);
    if (version > Version)
        return fail(ProfileFault::LaterVersion, QString::number(version));

    Reader reader(object);
    Profile profile;
    profile.name = reader.text("name", MaxName).trimmed();
    if (profile.name.isEmpty())
        reader.refuse("name");
    profile.entry = reader.nodes("entry");
    profile.expected = reader.nodes("expected");
    profile.sources = reader.sources("sources");
    profile.cookieFile = reader.text("cookie_file", MaxPath);
    profile.tlsOptionFile = reader.text("tls_option_file", MaxPath);
    profile.epmdPort = reader.port("epmd_port");
    profile.placements = reader.placements("placements");
    if (!reader.wrong().isEmpty())
        return fail(ProfileFault::BadValue, reader.wrong());
    return profile;
}

QString identifierOf(ProfileFault fault)
{
    constexpr std::array names{"too_large", "not_json", "not_a_profile", "later_version", "bad_value"};
    return QLatin1String(names.at(size_t(fault)));
}

} // namespace nodescope::cluster
