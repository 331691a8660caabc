#pragma once

#include <QWidget>

#include "cluster/Handshake.h"

namespace nodescope::widgets {

/// The sequence chart of one handshake on the screen. A message is chosen by a click or by the arrow keys.
class SequenceChart : public QWidget
{
    Q_OBJECT

public:
    explicit SequenceChart(QWidget *parent = nullptr);
    /// Keeps what is chosen, if it is the same handshake; follows the latest message if that was chosen.
    void setRecord(const cluster::HandshakeRecord &record);
    [[nodiscard]] const cluster::HandshakeRecord &record() const { return m_record; }
    /// A line of the record; -1: none.
    [[nodiscard]] qsizetype selected() const { return m_selected; }
    void select(qsizetype line);
    /// The chart as an SVG file, in light colours.
    [[nodiscard]] static QByteArray svgOf(const cluster::HandshakeRecord &record);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void lineSelected(qsizetype line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    cluster::HandshakeRecord m_record;
    qsizetype m_selected = -1;
};

} // namespace nodescope::widgets
