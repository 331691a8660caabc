#include "widgets/graphview/LinkLook.h"

#include <algorithm>

#include "doctor/CauseText.h"
#include "widgets/common/SafeText.h"
#include "widgets/graphview/GraphText.h"

namespace nodescope::widgets {

using cluster::Cause;
using cluster::Certainty;
using cluster::EndView;
using cluster::LinkState;

namespace {

/// Of the half at an end that was not asked: there, but only on the other end's word.
constexpr qreal NotAskedAlpha = 0.5;

qreal alphaOf(EndView view)
{
    switch (view) {
    case EndView::Absent:
        return 0;
    case EndView::Unknown:
        return NotAskedAlpha;
    case EndView::Pending:
    case EndView::Up:
        break;
    }
    return 1;
}

LinkLine lineOf(const graph::Edge &edge)
{
    switch (edge.link.state) {
    case LinkState::Connecting:
        return LinkLine::Connecting;
    case LinkState::Failed:
        return LinkLine::Failed;
    case LinkState::Down:
        return LinkLine::Down;
    case LinkState::OneSided:
        return LinkLine::OneSided;
    case LinkState::Up:
        break;
    }
    if (edge.ours)
        return LinkLine::Ours;
    return edge.link.hidden ? LinkLine::Hidden : LinkLine::Visible;
}

Cause causeOf(const cluster::Link &link)
{
    return link.diagnosis ? link.diagnosis->cause : Cause::Unknown;
}

void describeOneSided(LinkLook &look, const graph::Edge &edge, const graph::Graph &graph, const Theme &theme)
{
    look.alphaA = edge.link.aSees == EndView::Up ? 1 : 0;
    look.alphaB = edge.link.bSees == EndView::Up ? 1 : 0;
    const int seeing = look.alphaA > 0 ? edge.a : edge.b;
    const QString name = visibleText(graph.vertex(seeing).node.name.name(), 20);
    look.words = GraphText::tr("only %1 sees it").arg(name);
    look.wordsColour = theme.attentionText;
}

} // namespace

int trafficLevel(std::optional<double> packetsPerSecond, int before)
{
    if (!packetsPerSecond)
        return -1;
    static constexpr double From[] = {1, 10, 100, 1000};
    constexpr double Back = 0.6;
    int level = 0;
    for (int i = 0; i < HighestTrafficLevel; ++i) {
        if (*packetsPerSecond >= From[i] * (before > i ? Back : 1))
            level = i + 1;
    }
    return level;
}

qreal widthOfTraffic(int level)
{
    static constexpr qreal Widths[] = {1.7, 1.3, 1.9, 2.7, 3.7, 5};
    return Widths[std::clamp(level, -1, HighestTrafficLevel) + 1];
}

LinkLook lookOf(const graph::Edge &edge, const graph::Graph &graph, const Theme &theme)
{
    LinkLook look;
    look.line = lineOf(edge);
    look.colour = theme.link;
    switch (look.line) {
    case LinkLine::Visible:
    case LinkLine::Hidden:
        look.alphaA = alphaOf(edge.link.aSees);
        look.alphaB = alphaOf(edge.link.bSees);
        break;
    case LinkLine::Ours:
        look.width = 1.2;
        break;
    case LinkLine::OneSided:
        describeOneSided(look, edge, graph, theme);
        break;
    case LinkLine::Connecting:
        look.colour = theme.attention;
        look.width = 2.1;
        break;
    case LinkLine::Failed:
        look.colour = theme.failed;
        look.width = 2;
        look.sign = signOf(causeOf(edge.link));
        look.words = doctor::briefOf(causeOf(edge.link), edge.link.diagnosis ? edge.link.diagnosis->certainty
                                                                             : Certainty::Certain);
        look.wordsColour = theme.failed;
        break;
    case LinkLine::Down:
        look.colour = theme.idle;
        look.width = 1.2;
        look.alphaA = look.alphaB = 0.5;
        break;
    }
    if (edge.link.tls && look.line != LinkLine::Failed)
        look.sign = Glyph::Tls;
    return look;
}

Glyph signOf(Cause cause)
{
    switch (cause) {
    case Cause::CookieMismatch:
    case Cause::NoCookie:
    case Cause::ReflectionRefused:
    case Cause::CookieCrossed:
    case Cause::CookieTruncated:
    case Cause::CookieFileMode:
    case Cause::CookieFileUnreadable:
    case Cause::CookieOfOtherUser:
        return Glyph::Cookie;
    case Cause::OtherNameAnswers:
    case Cause::NameInUse:
    case Cause::HostUnresolvable:
    case Cause::NotRegistered:
    case Cause::ShortDialsLong:
    case Cause::LongDialsShort:
    case Cause::NoOwnLongName:
    case Cause::EpmdForgotNode:
    case Cause::OwnHostChanged:
    case Cause::DnsWithoutRecord:
        return Glyph::Name;
    case Cause::TlsPlainMixed:
    case Cause::TlsCertificate:
    case Cause::TlsFailed:
    case Cause::TlsClientOptions:
        return Glyph::Tls;
    case Cause::PeerSilent:
    case Cause::DistPortBlocked:
        return Glyph::Timeout;
    case Cause::FlagsMissing:
        return Glyph::Flag;
    case Cause::EpmdUnreachable:
    case Cause::EpmdDefect:
    case Cause::AddressUnreachable:
    case Cause::StalePort:
    case Cause::ConnectionLost:
    case Cause::StrayEpmd:
    case Cause::IpVersionMixed:
    case Cause::DoesNotListen:
    case Cause::NotDistributed:
        return Glyph::Plug;
    case Cause::NotAllowedByList:
        return Glyph::List;
    default:
        break;
    }
    return Glyph::Warning;
}

QString wordsFor(LinkLine line)
{
    switch (line) {
    case LinkLine::Visible:
        return GraphText::tr("both ends see it");
    case LinkLine::Hidden:
        return GraphText::tr("hidden", "link");
    case LinkLine::Ours:
        return GraphText::tr("ours, for watching");
    case LinkLine::OneSided:
        return GraphText::tr("one end only", "link");
    case LinkLine::Connecting:
        return GraphText::tr("being set up");
    case LinkLine::Failed:
        return GraphText::tr("failed", "link");
    case LinkLine::Down:
        return GraphText::tr("down", "link");
    }
    return {};
}

QList<qreal> dashesOf(LinkLine line)
{
    switch (line) {
    case LinkLine::Hidden:
        return {4, 3};
    case LinkLine::Ours:
        return {2.2, 3};
    case LinkLine::Connecting:
        return {0.1, 2.4};
    case LinkLine::Down:
        return {1, 4};
    case LinkLine::Visible:
    case LinkLine::OneSided:
    case LinkLine::Failed:
        break;
    }
    return {};
}

} // namespace nodescope::widgets
