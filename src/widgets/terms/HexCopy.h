#pragma once

#include <QByteArray>
#include <QClipboard>
#include <QGuiApplication>

namespace nodescope::widgets {

/// Copied text may be longer than shown text, but not without end.
inline constexpr qsizetype MostCopied = qsizetype(4) << 20;

/// Puts bytes on the clipboard as hexadecimal digits, in pairs. Where not all of them fit, an ellipsis at the
/// end says so.
inline void copyAsHex(const QByteArray &bytes)
{
    const QByteArray first = bytes.left(MostCopied);
    QString text = QString::fromLatin1(first.toHex(' '));
    if (first.size() < bytes.size())
        text += QStringLiteral(" …");
    QGuiApplication::clipboard()->setText(text);
}

} // namespace nodescope::widgets
