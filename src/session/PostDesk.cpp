#include "session/PostDesk.h"

namespace nodescope::session {

using cluster::Post;
using cluster::Visit;
using doctor::ListeningPost;

PostDesk::PostDesk(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

PostDesk::~PostDesk() = default;

void PostDesk::open(doctor::PostSettings settings)
{
    close();
    m_state = Post();
    m_state.name = settings.name;
    m_state.tls = settings.tls.has_value();
    m_before = m_latest;
    m_post = std::make_unique<ListeningPost>(std::move(settings), m_clock);
    connect(m_post.get(), &ListeningPost::registered, this, [this] { tell(true, {}); });
    connect(m_post.get(), &ListeningPost::registrationLost, this,
            [this] { tell(false, QStringLiteral("epmd_gone")); });
    connect(m_post.get(), &ListeningPost::registrationRefused, this,
            [this] { tell(false, QStringLiteral("name_in_use")); });
    connect(m_post.get(), &ListeningPost::visitChanged, this, [this](const Visit &visit) {
        Visit numbered = visit;
        numbered.id += m_before;
        m_latest = qMax(m_latest, numbered.id);
        Q_EMIT visitChanged(numbered);
    });
    connect(m_post.get(), &ListeningPost::called, this,
            [this](const dist::AcceptReport &report) { Q_EMIT called(report, m_state.name); });
    const auto port = m_post->start();
    if (!port.ok()) {
        m_post.reset();
        tell(false, QStringLiteral("cannot_listen"), port.error().detail);
        return;
    }
    m_state.open = true;
    m_state.port = *port;
    tell(false, {});
}

void PostDesk::close()
{
    if (!m_post)
        return;
    m_post->disconnect(this);
    // We may be in its signal.
    m_post.release()->deleteLater();
    m_state = Post();
    Q_EMIT postChanged(m_state);
}

void PostDesk::tell(bool registered, const QString &problem, const QString &detail)
{
    m_state.registered = registered;
    m_state.problem = problem;
    m_state.detail = detail;
    Q_EMIT postChanged(m_state);
}

} // namespace nodescope::session
