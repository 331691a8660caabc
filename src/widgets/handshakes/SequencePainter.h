#pragma once

#include <QList>
#include <QRectF>
#include <QString>

#include "cluster/Handshake.h"
#include "widgets/style/Theme.h"

class QPainter;

namespace nodescope::widgets {

/// A handshake as a sequence chart: who dials at the left, who is dialled at the right, a row for each
/// message, the switch of the framing, and the failure at the message where it happened. The same for the
/// screen and for a file.
class SequencePainter
{
public:
    /// A row of the chart, from top to bottom.
    struct Row
    {
        enum class Kind { Message, Missing, Due, Framing };
        Kind kind = Kind::Message;
        qsizetype line = -1; ///< of the record; for Message
        QRectF rect;
    };

    SequencePainter(const cluster::HandshakeRecord &record, const Theme &theme, qreal width);

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] QSizeF size() const { return {m_width, m_height}; }
    /// `selected` is a line; -1: none.
    void paint(QPainter &painter, qsizetype selected = -1) const;
    /// One row in words, for those who do not see it.
    [[nodiscard]] QString textOf(const Row &row) const;

private:
    void paintHead(QPainter &painter) const;
    void paintMessage(QPainter &painter, const Row &row, const cluster::HandshakeLine &line,
                      bool selected) const;
    void paintArrow(QPainter &painter, const QRectF &row, bool leftToRight, const QColor &colour,
                    Qt::PenStyle style, bool broken) const;
    void paintMissing(QPainter &painter, const Row &row) const;
    void paintFraming(QPainter &painter, const Row &row) const;
    void paintPill(QPainter &painter, const QRectF &row, const QString &text, const QColor &colour,
                   bool atRight) const;
    /// Whether it is the one that dials who sends that line.
    [[nodiscard]] bool byDialler(const cluster::HandshakeLine &line) const;
    [[nodiscard]] QString factsOf(const cluster::HandshakeLine &line) const;
    [[nodiscard]] QString endingText() const;
    [[nodiscard]] qreal left() const;
    [[nodiscard]] qreal right() const;

    const cluster::HandshakeRecord &m_record;
    const Theme &m_theme;
    qreal m_width;
    qreal m_height = 0;
    QList<Row> m_rows;
};

} // namespace nodescope::widgets
