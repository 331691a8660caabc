#pragma once

#include <optional>

#include <QPlainTextEdit>

#include "widgets/send/Compose.h"

namespace nodescope::widgets {

/// Bytes in rows of sixteen, with their offset and what they are as text; a range of them can be marked.
class BytesPreview : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// So many bytes are shown; the last line says how many more there are.
    static constexpr qsizetype MaxShown = 4096;

    explicit BytesPreview(QWidget *parent = nullptr);
    void setBytes(const QByteArray &bytes);
    void mark(const std::optional<ByteRange> &range);

private:
    QByteArray m_bytes;
};

} // namespace nodescope::widgets
