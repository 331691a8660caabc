#include "widgets/connect/CookieFile.h"

#include <QCoreApplication>
#include <QFile>

namespace nodescope::widgets {

namespace {
/// An atom has at most 255 characters; what is much longer is no cookie file.
constexpr qint64 MaxBytes = 4096;

class CookieFileText
{
    Q_DECLARE_TR_FUNCTIONS(CookieFile)
};
} // namespace

base::Result<base::Secret, CookieFileError> readCookieFile(const QString &path)
{
    using Kind = CookieFileError::Kind;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::Failure{CookieFileError{Kind::NotReadable, file.errorString()}};
    QByteArray bytes = file.read(MaxBytes + 1);
    if (bytes.size() > MaxBytes) {
        base::wipe(bytes);
        return base::Failure{CookieFileError{Kind::TooLarge, {}}};
    }
    qsizetype end = bytes.indexOf('\n');
    end = end < 0 ? bytes.size() : end;
    while (end > 0 && (bytes.at(end - 1) == '\r' || bytes.at(end - 1) == ' '))
        --end;
    const base::Secret cookie(QByteArrayView(bytes).first(end));
    base::wipe(bytes);
    if (end == 0)
        return base::Failure{CookieFileError{Kind::Empty, {}}};
    return cookie;
}

QString sentenceFor(const CookieFileError &error)
{
    switch (error.kind) {
    case CookieFileError::Kind::NotReadable:
        return CookieFileText::tr("The file cannot be read: %1.").arg(error.detail);
    case CookieFileError::Kind::Empty:
        return CookieFileText::tr("The file holds no cookie.");
    case CookieFileError::Kind::TooLarge:
        break;
    }
    return CookieFileText::tr("The file is too large to be a cookie file.");
}

} // namespace nodescope::widgets
