#include "widgets/connect/CookieField.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include "doctor/CookieText.h"
#include "widgets/common/Labels.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using base::Failure;
using base::Secret;

CookieField::CookieField(QWidget *parent)
    : QWidget(parent)
    , m_source(new QComboBox(this))
    , m_pages(new QStackedWidget(this))
    , m_storedHint(makeParagraph(TextRole::Small, this))
    , m_typed(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(this))
    , m_error(makeParagraph(TextRole::Error, this))
{
    m_source->setObjectName(QStringLiteral("cookieSource"));
    m_typed->setObjectName(QStringLiteral("cookieText"));
    m_path->setObjectName(QStringLiteral("cookiePath"));
    m_error->setObjectName(QStringLiteral("cookieError"));
    setFocusProxy(m_source);
    build();
    retranslate();
    connect(m_source, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        setError({});
        Q_EMIT changed();
    });
    connect(m_source, &QComboBox::activated, this, [this] { m_chosen = true; });
    for (const QLineEdit *edit : {m_typed, m_path}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_chosen = true;
            setError({}); // it was about what stood there
            Q_EMIT changed();
        });
    }
    connect(m_reveal, &QToolButton::toggled, this, &CookieField::setRevealed);
    connect(m_browse, &QPushButton::clicked, this, &CookieField::chooseFile);
}

void CookieField::build()
{
    for (int i = 0; i < 3; ++i)
        m_source->addItem({});
    m_typed->setEchoMode(QLineEdit::Password);
    m_typed->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_reveal->setCheckable(true);
    m_reveal->setIcon(icon(Glyph::Eye));
    m_browse->setAutoDefault(false);

    auto *typedPage = new QWidget(this);
    auto *typedLayout = new QHBoxLayout(typedPage);
    typedLayout->setContentsMargins(0, 0, 0, 0);
    typedLayout->addWidget(m_typed);
    typedLayout->addWidget(m_reveal);
    auto *filePage = new QWidget(this);
    auto *fileLayout = new QHBoxLayout(filePage);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->addWidget(m_path);
    fileLayout->addWidget(m_browse);
    // All pages are as high as a field, so that choosing a source moves nothing below.
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_pages->addWidget(m_storedHint);
    m_pages->addWidget(typedPage);
    m_pages->addWidget(filePage);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_source);
    layout->addWidget(m_pages);
    layout->addWidget(m_error);
    // Its room is there before it is.
    QSizePolicy keepsRoom = m_error->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_error->setSizePolicy(keepsRoom);
    m_error->hide();
}

void CookieField::retranslate()
{
    m_source->setItemText(0, tr("The one stored for this node or its cluster"));
    m_source->setItemText(1, tr("Type it"));
    m_source->setItemText(2, tr("Read it from a file"));
    m_source->setAccessibleName(tr("Cookie"));
    m_storedHint->setText(tr("Cookies are kept in memory until the program ends, and in no file."));
    m_typed->setPlaceholderText(tr("the cluster’s cookie"));
    m_typed->setAccessibleName(tr("Cookie, as typed"));
    m_reveal->setToolTip(tr("Show what is typed"));
    m_reveal->setAccessibleName(tr("Show the cookie"));
    m_path->setPlaceholderText(tr("a file such as .erlang.cookie"));
    m_path->setAccessibleName(tr("Cookie file"));
    m_browse->setText(tr("Choose…"));
}

CookieField::Source CookieField::source() const
{
    return static_cast<Source>(m_source->currentIndex());
}

void CookieField::setSource(Source source)
{
    m_chosen = true;
    m_source->setCurrentIndex(static_cast<int>(source));
}

void CookieField::propose(Source source, const QString &file)
{
    if (m_chosen)
        return;
    if (source == Source::File && (m_path->text().isEmpty() || m_path->text() == m_proposedFile)) {
        m_proposedFile = file;
        m_path->setText(file);
    }
    m_source->setCurrentIndex(static_cast<int>(source));
}

base::Result<Secret, QString> CookieField::cookie() const
{
    switch (source()) {
    case Source::Stored:
        return Secret();
    case Source::Typed: {
        if (m_typed->text().isEmpty())
            return Failure{tr("Type the cookie, or choose another source.")};
        // A digest is made of bytes: characters beyond Latin-1 cannot be in a cookie.
        QByteArray bytes = m_typed->text().toLatin1();
        const bool lossless = QString::fromLatin1(bytes) == m_typed->text();
        const Secret secret(bytes);
        base::wipe(bytes);
        if (!lossless)
            return Failure{tr("A cookie holds no characters beyond ÿ (255).")};
        return secret;
    }
    case Source::File:
        break;
    }
    if (m_path->text().isEmpty())
        return Failure{tr("Choose the file that holds the cookie.")};
    return doctor::chosenCookie(m_path->text());
}

void CookieField::setError(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

void CookieField::focusText()
{
    QWidget *const places[] = {m_source, m_typed, m_path};
    places[m_source->currentIndex()]->setFocus(Qt::OtherFocusReason);
}

void CookieField::clear()
{
    m_typed->clear();
    m_reveal->setChecked(false);
}

void CookieField::chooseFile()
{
    QFileDialog dialog(this, tr("Cookie file"), QDir::homePath());
    dialog.setFileMode(QFileDialog::ExistingFile);
    // Erlang's own file begins with a dot.
    dialog.setFilter(QDir::Files | QDir::AllDirs | QDir::Hidden | QDir::NoDotAndDotDot);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    m_chosen = true;
    m_path->setText(dialog.selectedFiles().constFirst());
    setError({});
    Q_EMIT changed();
}

void CookieField::setRevealed(bool revealed)
{
    m_typed->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
}

void CookieField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CookieField::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        setRevealed(false);
    QWidget::hideEvent(event);
}

} // namespace nodescope::widgets
