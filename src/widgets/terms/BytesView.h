#pragma once

#include <QAbstractScrollArea>

#include "term/ByteMap.h"

namespace nodescope::widgets {

/// Bytes as hexadecimal digits and characters, as many as there are: only the rows that are seen are made. A
/// range is marked; a byte is chosen by mouse or keys, and told. The marked bytes are copied as digits. Who
/// hears instead of seeing is told the byte at the cursor and those that are marked, as its description.
///
/// Bytes stand left to right in every language.
class BytesView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit BytesView(QWidget *parent = nullptr);

    /// Of `unknown` only the length and the place are meant: it is dimmed and struck through.
    void setBytes(const QByteArray &bytes, const QList<term::ByteRange> &unknown = {});
    [[nodiscard]] const QList<term::ByteRange> &unknown() const { return m_unknown; }
    /// Marks, and scrolls there; an empty range marks nothing.
    void mark(const term::ByteRange &range);
    [[nodiscard]] const term::ByteRange &marked() const { return m_mark; }
    /// The byte at a point of the viewport; -1: none.
    [[nodiscard]] qsizetype byteAt(const QPoint &point) const;
    /// Where a byte's digits are in the viewport; empty when it is scrolled away.
    [[nodiscard]] QRect rectOf(qsizetype byte) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void byteChosen(qsizetype byte);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// The columns of one row, in pixels.
    struct Columns
    {
        int cell = 8; ///< width of a character
        int height = 16;
        int perRow = 16;
        int offsetDigits = 4;
        int digits = 0;     ///< where the digits begin
        int characters = 0; ///< where the characters begin
    };

    void lay();
    void paintRow(QPainter &painter, qsizetype row, int y) const;
    void choose(qsizetype byte);
    void copyMarked() const;
    void describe();
    [[nodiscard]] bool isUnknown(qsizetype byte) const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] qsizetype rows() const;

    QByteArray m_bytes;
    QList<term::ByteRange> m_unknown;
    term::ByteRange m_mark;
    qsizetype m_cursor = 0;
    Columns m_columns;
};

} // namespace nodescope::widgets
