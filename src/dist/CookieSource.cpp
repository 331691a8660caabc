#include "dist/CookieSource.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QFile>

namespace nodescope::dist {

namespace {

constexpr qsizetype MaxCookie = 255;
constexpr qsizetype MaxFile = 4096;

CookieError errorOf(CookieError::Kind kind, const QString &source, const QString &detail = {})
{
    CookieError error;
    error.kind = kind;
    error.source = source;
    error.detail = detail;
    return error;
}

CookieError systemError(const QString &source)
{
    const int code = errno;
    const auto kind =
        code == ENOENT || code == ENOTDIR ? CookieError::Kind::NotFound : CookieError::Kind::Unreadable;
    return errorOf(kind, source, QString::fromLocal8Bit(std::strerror(code)));
}

/// Closes a descriptor when it goes.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] int get() const { return m_number; }

private:
    int m_number;
};

} // namespace

CookieResult readCookieFile(const QString &path, CookieFileMode mode)
{
    // O_NONBLOCK: opening a pipe that nobody writes to would hang.
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0)
        return base::Failure{systemError(path)};
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return base::Failure{systemError(path)};
    if (!S_ISREG(status.st_mode))
        return base::Failure{errorOf(CookieError::Kind::NotAFile, path)};
    if (mode == CookieFileMode::OwnerOnly && (status.st_mode & 0077) != 0) {
        CookieError error = errorOf(CookieError::Kind::TooOpen, path);
        error.mode = status.st_mode & 07777;
        return base::Failure{error};
    }
    QByteArray bytes(MaxFile, Qt::Uninitialized);
    const ssize_t count = ::read(file.get(), bytes.data(), std::size_t(bytes.size()));
    if (count < 0)
        return base::Failure{systemError(path)};
    CookieResult result = parseCookie(QByteArrayView(bytes).first(count), path);
    base::wipe(bytes);
    return result;
}

CookieResult readCookieEnvironment(const char *variable)
{
    const QString name = QString::fromLatin1(variable);
    if (!qEnvironmentVariableIsSet(variable))
        return base::Failure{errorOf(CookieError::Kind::NotSet, name)};
    QByteArray bytes = qgetenv(variable);
    CookieResult result = parseCookie(bytes, name);
    base::wipe(bytes);
    return result;
}

CookieResult parseCookie(QByteArrayView bytes, const QString &source)
{
    const auto isCookieCharacter = [](char c) { return c >= ' ' && c <= '~'; };
    qsizetype length = 0;
    while (length < bytes.size() && isCookieCharacter(bytes[length]))
        ++length;
    for (qsizetype i = length; i < bytes.size(); ++i) {
        if (bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != ' ') {
            CookieError error = errorOf(CookieError::Kind::BadCharacters, source);
            error.offset = i;
            return base::Failure{error};
        }
    }
    if (length == 0)
        return base::Failure{errorOf(CookieError::Kind::Empty, source)};
    if (length > MaxCookie)
        return base::Failure{errorOf(CookieError::Kind::TooLong, source)};
    return base::Secret(bytes.first(length));
}

CookieResult findCookie()
{
    const CookieResult found = readCookieEnvironment();
    const bool absent = !found && found.error().kind == CookieError::Kind::NotSet;
    return absent ? readCookieFile(userCookieFile()) : found;
}

QString userCookieFile()
{
    return QDir::home().filePath(QStringLiteral(".erlang.cookie"));
}

} // namespace nodescope::dist
