// The part of LiveSession that has nodes discovered, and knows whom a profile expects.

#include "session/LiveSession.h"

#include "dist/CookieSource.h"

namespace nodescope::session {

using namespace cluster;

namespace {

QString reasonOf(dist::CookieError::Kind kind)
{
    using Kind = dist::CookieError::Kind;
    switch (kind) {
    case Kind::NotFound:
    case Kind::NotSet:
        return QStringLiteral("not_found");
    case Kind::Unreadable:
    case Kind::NotAFile:
        return QStringLiteral("unreadable");
    case Kind::TooOpen:
        return QStringLiteral("too_open");
    case Kind::Empty:
    case Kind::TooLong:
    case Kind::BadCharacters:
        break;
    }
    return QStringLiteral("no_cookie");
}

} // namespace

void LiveSession::joinSources()
{
    connect(&m_sources, &SourceDesk::changed, this, &LiveSession::publishSoon);
    connect(&m_sources, &SourceDesk::neighboursSwitched, this, [this](bool on) {
        m_follow = on;
        for (auto it = m_watches.cbegin(); on && it != m_watches.cend(); ++it) {
            const QList<base::NodeName> peers = m_picture.peersOf(it.key());
            for (const base::NodeName &peer : peers)
                follow(it.key(), PeerSeen{peer, false});
        }
    });
    const QString refused = m_sources.add(NeighbourViews{});
    Q_ASSERT(refused.isEmpty());
    if (!m_settings.follow)
        m_sources.setOn(sourceId(NeighbourViews{}), false);
}

void LiveSession::obey(const AddSource &intent)
{
    const QString refused = m_sources.add(intent.spec);
    if (!refused.isEmpty())
        m_picture.intentFailed(refused, sourceId(intent.spec));
}

void LiveSession::obey(const RemoveSource &intent)
{
    if (!m_sources.remove(intent.id))
        m_picture.intentFailed(QStringLiteral("no_such_source"), intent.id);
}

void LiveSession::obey(const SwitchSource &intent)
{
    if (!m_sources.setOn(intent.id, intent.on))
        m_picture.intentFailed(QStringLiteral("no_such_source"), intent.id);
}

void LiveSession::obey(const AskSource &intent)
{
    if (!m_sources.ask(intent.id))
        m_picture.intentFailed(QStringLiteral("no_such_source"), intent.id);
}

void LiveSession::obey(const SetExpected &intent)
{
    m_picture.setExpected(intent.nodes);
}

void LiveSession::obey(const OpenProfile &intent)
{
    const Profile &profile = intent.profile;
    m_sources.clear();
    m_info.profile = profile.name;
    m_picture.sessionChanged(m_info);
    m_picture.setExpected(profile.expected);
    obey(AddSource{ListedNodes{profile.name, profile.expected}});
    for (const SourceSpec &source : profile.sources)
        obey(AddSource{source});

    ConnectToNode dial;
    dial.cookie = intent.cookie;
    if (dial.cookie.isNull() && !profile.cookieFile.isEmpty()) {
        const dist::CookieResult cookie = dist::readCookieFile(profile.cookieFile);
        if (!cookie.ok()) {
            m_picture.intentFailed(QStringLiteral("cookie_file_") + reasonOf(cookie.error().kind),
                                   profile.cookieFile);
            return;
        }
        dial.cookie = *cookie;
    }
    dial.epmdPort = profile.epmdPort;
    dial.tlsOptionFile = profile.tlsOptionFile;
    for (const base::NodeName &node : profile.entry) {
        dial.node = node;
        obey(dial);
    }
}

void LiveSession::obey(const CloseProfile &)
{
    m_sources.clear();
    m_info.profile.clear();
    m_picture.sessionChanged(m_info);
    m_picture.setExpected({});
}

} // namespace nodescope::session
