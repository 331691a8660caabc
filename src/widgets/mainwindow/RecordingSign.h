#pragma once

#include <QTimer>
#include <QWidget>

#include "cluster/history/TimeState.h"

namespace nodescope::widgets {

struct Theme;

/// Says that a recording is being written, and for how long: a red sign and the time, in the toolbar. It is
/// there only while one is written, and costs nothing otherwise. Where it is written stands in the tool tip.
class RecordingSign : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingSign(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isTicking() const { return m_tick.isActive(); }

public Q_SLOTS:
    void setState(const nodescope::cluster::TimeState &state);
    /// The time alone, where there is no room for words.
    void setBrief(bool brief);

Q_SIGNALS:
    /// It is to be shown, or not.
    void recordingChanged(bool records);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void refresh();
    [[nodiscard]] QString elapsed() const;
    [[nodiscard]] int textAt(const Theme &theme) const;

    QString m_file;     ///< empty: nothing is recorded
    qint64 m_since = 0; ///< milliseconds since the epoch
    QTimer m_tick;
    QSize m_room;
    bool m_brief = false;
};

} // namespace nodescope::widgets
