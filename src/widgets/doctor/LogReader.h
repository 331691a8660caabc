#pragma once

#include <QObject>
#include <QThreadPool>

#include "doctor/explain/LogFinding.h"

namespace nodescope::widgets {

/// Has text explained without stalling the window: a pure function of a copy of the text, on a thread of a
/// pool of its own. Only the latest text counts: what was begun for an earlier one is not told.
///
/// Lives on the window's thread. Its destructor waits for what is under way, which takes time linear in the
/// text (tens of milliseconds for megabytes).
class LogReader : public QObject
{
    Q_OBJECT

public:
    explicit LogReader(QObject *parent = nullptr);
    ~LogReader() override;

    void read(const QString &text);
    [[nodiscard]] bool isReading() const { return m_asked != m_told; }

Q_SIGNALS:
    /// For the text of the latest read().
    void done(const QList<nodescope::doctor::LogFinding> &findings);

private:
    void take(quint64 number, const QList<doctor::LogFinding> &findings);

    QThreadPool m_pool;
    quint64 m_asked = 0;
    quint64 m_told = 0;
};

} // namespace nodescope::widgets
