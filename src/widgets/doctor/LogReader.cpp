#include "widgets/doctor/LogReader.h"

#include "doctor/explain/ExplainLog.h"

namespace nodescope::widgets {

LogReader::LogReader(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LogReader::~LogReader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void LogReader::read(const QString &text)
{
    const quint64 number = ++m_asked;
    m_pool.clear(); // what has not begun yet
    m_pool.start([this, number, text] {
        const QList<doctor::LogFinding> findings = doctor::explainLog(QStringView(text));
        // Runs on our own thread; should we be gone by then, it is dropped with us.
        QMetaObject::invokeMethod(
            this, [this, number, findings] { take(number, findings); }, Qt::QueuedConnection);
    });
}

void LogReader::take(quint64 number, const QList<doctor::LogFinding> &findings)
{
    if (number != m_asked)
        return;
    m_told = number;
    Q_EMIT done(findings);
}

} // namespace nodescope::widgets
