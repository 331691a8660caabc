// The part of LiveSession that examines: ladders from here, and pairs.

#include "session/LiveSession.h"

#include "session/PairAttempt.h"

namespace nodescope::session {

using namespace cluster;

void LiveSession::obey(const Examine &intent)
{
    if (intent.from.isNull() || intent.from == selfName())
        examineFromHere(intent);
    else
        examinePair(intent);
}

void LiveSession::obey(const CancelExamination &intent)
{
    m_examinations.cancel(intent.id);
}

void LiveSession::examineFromHere(const Examine &intent)
{
    doctor::LadderOptions options;
    // Looking up must not add a peer: an examination alone leads nowhere.
    const auto known = m_peers.constFind(intent.to);
    const bool isKnown = known != m_peers.constEnd();
    options.epmdPort = intent.epmdPort                   ? *intent.epmdPort
                       : isKnown && known->epmdPort != 0 ? known->epmdPort
                                                         : m_settings.epmdPort;
    if (m_settings.distPort != 0)
        options.address = {intent.to.host(), m_settings.distPort};
    options.cookie = !intent.cookie.isNull() || !isKnown ? intent.cookie : known->cookie;
    options.tls = isKnown && known->tls ? known->tls : m_settings.tls;
    if (!intent.tlsOptionFile.isEmpty() && !readTlsOptions(intent.tlsOptionFile, options.tls))
        return;
    m_examinations.climb(intent.id, intent.to, options);
}

void LiveSession::examinePair(const Examine &intent)
{
    if (intent.attempt && !mayActOn(intent.from))
        return;
    if (!m_self.isConnected(intent.from)) {
        m_picture.intentFailed(QStringLiteral("not_connected"), intent.from.text());
        return;
    }
    if (!intent.attempt) {
        m_picture.intentFailed(QStringLiteral("attempt_needed"), intent.from.text());
        return;
    }
    Examination examination;
    examination.id = intent.id;
    examination.from = intent.from;
    examination.to = intent.to;
    m_picture.examinationChanged(examination);
    auto *once = new QObject(this);
    connect(this, &LiveSession::pairFinished, once, [this, once, examination](const Diagnosis &diagnosis) {
        if (diagnosis.from != examination.from || diagnosis.to != examination.to)
            return;
        once->deleteLater();
        Examination ended = examination;
        ended.running = false;
        ended.diagnosis = diagnosis;
        m_picture.examinationChanged(ended);
    });
    startPair(intent.from, intent.to);
}

void LiveSession::onExamined(const Examination &examination)
{
    m_picture.examinationChanged(examination);
    publishSoon();
    if (examination.running || m_self.isConnected(examination.to))
        return;
    const Diagnosis &diagnosis = examination.diagnosis;
    const bool open = diagnosis.cause == Cause::NoCookie || diagnosis.cause == Cause::Cancelled;
    const Link *link = m_picture.cluster().link(LinkKey(selfName(), examination.to));
    if (!diagnosis.ok() && !open) {
        m_picture.attemptFailed(examination.to, diagnosis, false);
    } else if (diagnosis.ok() && link && link->state == LinkState::Failed) {
        // What was red is repaired: connect in earnest.
        obey(TryAgain{selfName(), examination.to});
    }
}

} // namespace nodescope::session
