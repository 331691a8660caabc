#pragma once

#include <memory>

#include <QObject>

#include "cluster/Visit.h"
#include "doctor/post/ListeningPost.h"

namespace nodescope::session {

/// The one listening post of the session: opened and closed as people ask, with the cookies that the session
/// holds to compare with. Visits are numbered on from one post to the next.
///
/// Signals: `postChanged` for each change of its state; `visitChanged` as the post tells. Lives on the
/// network thread; `clock` must outlive it.
class PostDesk final : public QObject
{
    Q_OBJECT

public:
    explicit PostDesk(const base::Clock &clock, QObject *parent = nullptr);
    ~PostDesk() override;

    /// Opens a post; one that is open is closed first. `post().problem` says why it could not be.
    void open(doctor::PostSettings settings);
    void close();
    [[nodiscard]] const cluster::Post &post() const { return m_state; }

Q_SIGNALS:
    void postChanged(const nodescope::cluster::Post &post);
    void visitChanged(const nodescope::cluster::Visit &visit);
    /// The call behind the last visitChanged() of it, with its bytes.
    void called(const nodescope::dist::AcceptReport &report, const nodescope::base::NodeName &post);

private:
    void tell(bool registered, const QString &problem, const QString &detail = {});

    const base::Clock &m_clock;
    std::unique_ptr<doctor::ListeningPost> m_post;
    cluster::Post m_state;
    quint64 m_before = 0; ///< visits of earlier posts
    quint64 m_latest = 0;
};

} // namespace nodescope::session
