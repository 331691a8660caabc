#include "widgets/discovery/DiscoveryWords.h"

#include <QCoreApplication>

#include "widgets/common/SafeText.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {

class DiscoveryText
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

template<class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

constexpr qsizetype MaxShown = 200;

QString shown(const QString &text)
{
    return visibleText(text, MaxShown);
}

QString titleOf(const DnsQuery &query)
{
    const QString what = QStringLiteral("%1@%2").arg(shown(query.basename), shown(query.query));
    return query.nameserver.isEmpty()
               ? DiscoveryText::tr("DNS %1 of %2").arg(identifierOf(query.record).toUpper(), what)
               : DiscoveryText::tr("DNS %1 of %2, asked of %3")
                     .arg(identifierOf(query.record).toUpper(), what, shown(query.nameserver));
}

QString namesIn(const QList<Sighting> &sightings)
{
    QStringList names;
    for (const Sighting &sighting : sightings) {
        if (!names.contains(wordFor(sighting.kind)))
            names.append(wordFor(sighting.kind));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

QString wordFor(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Person:
        return DiscoveryText::tr("you");
    case SourceKind::Profile:
        return DiscoveryText::tr("the profile");
    case SourceKind::HostsFile:
        return DiscoveryText::tr("EPMD of the hosts file");
    case SourceKind::Epmd:
        return DiscoveryText::tr("EPMD");
    case SourceKind::Dns:
        return DiscoveryText::tr("DNS");
    case SourceKind::Gossip:
        return DiscoveryText::tr("gossip");
    case SourceKind::Neighbours:
        break;
    }
    return DiscoveryText::tr("other nodes");
}

QString titleOf(const SourceSpec &spec)
{
    return std::visit(
        Overloaded{
            [](const ListedNodes &one) {
                return DiscoveryText::tr("List of the profile %1").arg(shown(one.title));
            },
            [](const HostsFile &one) {
                return DiscoveryText::tr("EPMD of the hosts in %1").arg(shown(one.path));
            },
            [](const EpmdOfHost &one) {
                return DiscoveryText::tr("EPMD of %1, port %2").arg(shown(one.host)).arg(one.epmdPort);
            },
            [](const DnsQuery &one) { return titleOf(one); },
            [](const GossipGroup &one) {
                return DiscoveryText::tr("Gossip on %1, port %2").arg(shown(one.address)).arg(one.port);
            },
            [](const NeighbourViews &) { return DiscoveryText::tr("What connected nodes see"); }},
        spec);
}

QString stateOf(const DiscoverySource &source)
{
    if (!source.on)
        return DiscoveryText::tr("off");
    if (source.problem != SourceProblem::None) {
        const QString sentence = sentenceFor(source.problem);
        return source.detail.isEmpty() ? sentence
                                       : QStringLiteral("%1 (%2)").arg(sentence, shown(source.detail));
    }
    if (std::holds_alternative<NeighbourViews>(source.spec))
        return DiscoveryText::tr("followed");
    return source.asked.isNull() ? DiscoveryText::tr("asking…") : DiscoveryText::tr("answers");
}

QString sentenceFor(SourceProblem problem)
{
    switch (problem) {
    case SourceProblem::None:
        break;
    case SourceProblem::FileUnreadable:
        return DiscoveryText::tr("the file cannot be read");
    case SourceProblem::FileDefect:
        return DiscoveryText::tr("the file is not in the form of .hosts.erlang");
    case SourceProblem::HostUnresolvable:
        return DiscoveryText::tr("the host's name leads to no address");
    case SourceProblem::EpmdUnreachable:
        return DiscoveryText::tr("no EPMD answers there");
    case SourceProblem::EpmdDefect:
        return DiscoveryText::tr("what answers is no EPMD");
    case SourceProblem::SomeHostsFailed:
        return DiscoveryText::tr("some hosts do not answer");
    case SourceProblem::DnsNotFound:
        return DiscoveryText::tr("there is no such record");
    case SourceProblem::DnsRefused:
        return DiscoveryText::tr("the name server refuses");
    case SourceProblem::DnsUnreachable:
        return DiscoveryText::tr("no name server answers");
    case SourceProblem::DnsDefect:
        return DiscoveryText::tr("the name server's answer cannot be read");
    case SourceProblem::CannotListen:
        return DiscoveryText::tr("the group cannot be joined");
    case SourceProblem::SecretUnusable:
        return DiscoveryText::tr("the file with the secret cannot be used");
    case SourceProblem::PacketsNotReadable:
        return DiscoveryText::tr("heartbeats come that this secret does not open");
    case SourceProblem::TooMany:
        return DiscoveryText::tr("it tells more nodes than are kept");
    }
    return {};
}

QString sourcesIn(const QList<Sighting> &sightings)
{
    QStringList names;
    for (const Sighting &sighting : sightings) {
        const QString name =
            sighting.detail.isEmpty()
                ? wordFor(sighting.kind)
                : QStringLiteral("%1 (%2)").arg(wordFor(sighting.kind), shown(sighting.detail));
        if (sighting.present && !names.contains(name))
            names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

QString sentenceFor(const Disagreement &disagreement)
{
    if (disagreement.present.isEmpty())
        return DiscoveryText::tr("connected, not in %1").arg(namesIn(disagreement.absent));
    return DiscoveryText::tr("in %1, not in %2")
        .arg(namesIn(disagreement.present), namesIn(disagreement.absent));
}

QString sentenceFor(const ProfileError &error)
{
    const QString detail = shown(error.detail);
    switch (error.fault) {
    case ProfileFault::TooLarge:
        return DiscoveryText::tr("The file is too large for a profile.");
    case ProfileFault::NotJson:
        return DiscoveryText::tr("The file is damaged, or no profile (%1).").arg(detail);
    case ProfileFault::NotAProfile:
        break;
    case ProfileFault::LaterVersion:
        return DiscoveryText::tr("The profile was written by a later version of Nodescope (%1).").arg(detail);
    case ProfileFault::BadValue:
        return DiscoveryText::tr("The profile has a value that cannot be used: %1.").arg(detail);
    }
    return DiscoveryText::tr("The file is no profile of Nodescope.");
}

} // namespace nodescope::widgets
