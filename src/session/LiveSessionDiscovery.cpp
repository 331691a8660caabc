// The part of LiveSession that has nodes discovered, and knows whom a profile expects.

#include "session/LiveSession.h"

namespace nodescope::session {

using namespace cluster;

void LiveSession::obey(const AddSource &intent)
{
    m_picture.intentFailed(QStringLiteral("source_unavailable"), sourceId(intent.spec));
}

void LiveSession::obey(const RemoveSource &intent)
{
    m_picture.intentFailed(QStringLiteral("source_unavailable"), intent.id);
}

void LiveSession::obey(const SwitchSource &intent)
{
    m_picture.intentFailed(QStringLiteral("source_unavailable"), intent.id);
}

void LiveSession::obey(const AskSource &intent)
{
    m_picture.intentFailed(QStringLiteral("source_unavailable"), intent.id);
}

void LiveSession::obey(const SetExpected &)
{
    m_picture.intentFailed(QStringLiteral("source_unavailable"), {});
}

void LiveSession::obey(const OpenProfile &intent)
{
    m_picture.intentFailed(QStringLiteral("source_unavailable"), intent.profile.name);
}

void LiveSession::obey(const CloseProfile &) {}

} // namespace nodescope::session
