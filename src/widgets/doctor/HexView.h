#pragma once

#include <QPlainTextEdit>

#include "cluster/Diagnosis.h"

namespace nodescope::widgets {

/// Bytes as hexadecimal digits and characters, in rows that fit its width. A run of bytes can be
/// highlighted; placing the cursor on a byte (by mouse or keys) tells which one it is. Bytes that were
/// blanked are dots.
class HexView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);
    void setExcerpt(const cluster::WireExcerpt &excerpt);
    /// A length of zero highlights nothing.
    void highlight(qsizetype offset, qsizetype length);
    /// The byte that a position in the text belongs to; -1: none.
    [[nodiscard]] qsizetype byteAt(int position) const;
    /// Where the digits of a byte begin in the text.
    [[nodiscard]] int positionOf(qsizetype byte) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void byteChosen(qsizetype byte);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void lay();
    [[nodiscard]] int rowLength() const;
    [[nodiscard]] int fittingBytes() const;
    [[nodiscard]] QString rowText(qsizetype first) const;

    cluster::WireExcerpt m_excerpt;
    int m_perRow = 16;
    qsizetype m_markFrom = 0;
    qsizetype m_markLength = 0;
    bool m_setting = false;
};

} // namespace nodescope::widgets
