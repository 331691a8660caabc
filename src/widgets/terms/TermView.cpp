#include "widgets/terms/TermView.h"

#include <algorithm>

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/PageStack.h"
#include "widgets/common/TabBar.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"
#include "widgets/terms/BytesView.h"
#include "widgets/terms/HexCopy.h"
#include "widgets/terms/TermFiles.h"
#include "widgets/terms/TermTextView.h"
#include "widgets/terms/TermTreeDelegate.h"
#include "widgets/terms/TermTreeModel.h"
#include "widgets/terms/TermWords.h"

namespace nodescope::widgets {

using term::TermPath;

TermView::TermView(QWidget *parent)
    : QWidget(parent)
    , m_document(new TermDocument(this))
    , m_model(new TermTreeModel(this))
    , m_tree(new QTreeView(this))
    , m_stack(new QStackedWidget(this))
    , m_forms(new TabBar(this))
    , m_text(new TermTextView(this))
    , m_bytes(new BytesView(this))
    , m_empty(makeParagraph(TextRole::Secondary, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_whole(new PageStack(this))
    , m_place(new ElidedLabel(TextRole::Secondary, this))
    , m_find(new QLineEdit(this))
    , m_found(makeLabel(TextRole::Secondary, this))
    , m_copy(makeTool(this, Glyph::Copy, "copyTerm"))
    , m_save(makeTool(this, Glyph::Save, "saveTerm"))
    , m_fromTop(makeQuietButton(this))
{
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setItemDelegate(new TermTreeDelegate(m_tree));
    m_tree->setFont(Theme::current(this).mono);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(TermTreeModel::Value, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(TermTreeModel::KindColumn, QHeaderView::Interactive);
    m_tree->header()->resizeSection(TermTreeModel::KindColumn, Theme::current(this).ipx(110));
    m_text->setMinimumHeight(Theme::current(this).ipx(48)); // three lines
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_bytes);
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(side);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_whole->addWidget(m_empty);
    m_whole->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_whole, 1);
    layout->addWidget(makeFindRow());
    joinDocument();
    joinViews();
    retranslate();
    onOpened();
}

QWidget *TermView::makeBar()
{
    auto *bar = new QWidget(this);
    m_bar = new QHBoxLayout(bar);
    m_bar->setContentsMargins(4, 0, 4, 0);
    m_bar->setSpacing(2);
    for (int i = 0; i <= Bytes; ++i)
        m_forms->addTab(QString());
    m_bar->addWidget(m_forms);
    m_bar->addStretch();
    m_bar->addWidget(m_fromTop);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMenu(new QMenu(m_copy));
    m_bar->addWidget(m_copy);
    m_bar->addWidget(m_save);
    m_fromTop->hide();
    return bar;
}

QWidget *TermView::makeFindRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    m_find->setClearButtonEnabled(true);
    m_find->setObjectName(QStringLiteral("findInTerm"));
    m_find->setMaximumWidth(Theme::current(this).ipx(220));
    layout->addWidget(m_find, 1);
    layout->addWidget(m_found);
    layout->addWidget(m_place, 3);
    return row;
}

void TermView::addButton(QWidget *button)
{
    m_bar->addWidget(button);
}

void TermView::joinDocument()
{
    connect(m_document, &TermDocument::opened, this, &TermView::onOpened);
    connect(m_document, &TermDocument::selected, this, &TermView::onSelected);
    connect(m_document, &TermDocument::textMade, this, &TermView::takeText);
    connect(m_document, &TermDocument::found, this, [this](int number, int count, bool more) {
        m_hit = number;
        m_hits = count;
        m_moreHits = more;
        tellPlace();
    });
}

void TermView::joinViews()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (!m_setting && index.isValid())
                    m_document->select(m_model->pathOf(index));
            });
    const auto showMore = [this] {
        // Whatever ends soon below the last row that is seen goes on.
        constexpr int Ahead = 64;
        QModelIndex at = m_tree->indexAt(QPoint(0, m_tree->viewport()->height() - 1));
        for (; at.isValid(); at = at.parent()) {
            if (at.row() + Ahead >= m_model->rowCount(at.parent()))
                m_model->showMore(at.parent());
        }
    };
    connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, this, showMore);
    connect(m_text, &TermTextView::placeChosen, this,
            [this](const TermPath &path) { m_document->select(m_focus + path); });
    connect(m_bytes, &BytesView::byteChosen, m_document, &TermDocument::selectByte);
    connect(m_forms, &QTabBar::currentChanged, this, [this](int form) {
        m_stack->setCurrentWidget(form == Bytes ? static_cast<QWidget *>(m_bytes) : m_text);
        m_model->setSyntax(syntax());
        m_mapped.reset();
        refreshText();
        tellPlace();
    });
    connect(m_find, &QLineEdit::returnPressed, this,
            [this] { find(QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)); });
    connect(m_find, &QLineEdit::textChanged, this, [this] {
        m_hit = -1;
        tellPlace();
    });
    connect(m_copy->menu(), &QMenu::aboutToShow, this, &TermView::fillCopyMenu);
    connect(m_save, &QToolButton::clicked, this, [this] { saveTermAs(m_document->term(), this); });
    connect(m_fromTop, &QPushButton::clicked, this, [this] { m_document->select({}); });
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_find);
    leave->setContext(Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        m_find->clear();
        m_tree->setFocus();
    });
}

void TermView::open(const QByteArray &externalTerm)
{
    m_document->open(externalTerm);
}

void TermView::close(const QString &placeholder)
{
    m_placeholder = placeholder;
    m_document->close();
}

void TermView::showForm(Form form)
{
    m_forms->setCurrentIndex(form);
}

term::Syntax TermView::syntax() const
{
    return m_forms->currentIndex() == Elixir ? term::Syntax::Elixir : term::Syntax::Erlang;
}

void TermView::onOpened()
{
    const bool there = m_document->term().isValid();
    m_setting = true;
    m_model->setTerm(m_document->term());
    m_setting = false;
    m_bytes->setBytes(m_document->bytes());
    m_mapped.reset();
    m_text->setMapped(nullptr);
    m_making = false;
    m_hit = -1;
    const auto &error = m_document->error();
    m_empty->setText(error ? sentenceFor(*error) : m_placeholder);
    m_whole->setCurrentWidget(there ? static_cast<QWidget *>(m_splitter) : m_empty);
    m_copy->setEnabled(there);
    m_save->setEnabled(there);
    m_find->setEnabled(there);
    if (there)
        m_tree->expand(m_model->index(0, 0));
    refreshText();
}

void TermView::onSelected()
{
    showInTree();
    const auto range = m_document->selectedBytes();
    const bool whole = m_document->selection().isEmpty();
    m_bytes->mark(range && !whole ? *range : term::ByteRange());
    refreshText();
    tellPlace();
}

void TermView::showInTree()
{
    const QModelIndex index = m_model->indexOf(m_document->selection());
    if (!index.isValid() || index == m_tree->currentIndex())
        return;
    m_setting = true;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_setting = false;
}

// The text that is shown is good if the selected value stands in it; else it is made anew from that value on.
void TermView::refreshText()
{
    if (!m_document->term().isValid() || m_forms->currentIndex() == Bytes)
        return;
    const TermPath &selection = m_document->selection();
    if (m_mapped && selection.size() >= m_focus.size() && selection.first(m_focus.size()) == m_focus) {
        const TermPath within = selection.mid(m_focus.size());
        const term::TextPart range = m_mapped->rangeOf(within);
        const bool cut = m_mapped->truncated && range.end >= m_mapped->text.size() - 1 && !within.isEmpty();
        if (!cut) {
            if (selection.isEmpty())
                m_text->unmark();
            else
                m_text->mark(within);
            return;
        }
    }
    // From the top again if that is what is wanted, or if nothing is known yet.
    m_wanted = m_mapped ? selection : TermPath();
    m_making = true;
    m_document->makeText(static_cast<TextForm>(m_forms->currentIndex()), m_wanted);
}

void TermView::takeText(TextForm form, const TermPath &focus,
                        const std::shared_ptr<const term::MappedText> &text)
{
    if (static_cast<int>(form) != m_forms->currentIndex() || !m_making || focus != m_wanted)
        return;
    m_making = false;
    m_mapped = text;
    m_focus = focus;
    m_text->setMapped(text);
    m_fromTop->setVisible(!focus.isEmpty());
    // What is cut even when it begins with the value itself is shown as far as it goes. (An empty QList of Qt
    // 6.4 that has room compares itself with one that has none by memcmp() of a null pointer.)
    if (!std::ranges::equal(m_document->selection(), focus))
        refreshText();
    tellPlace();
}

void TermView::tellPlace()
{
    QStringList words;
    if (m_document->term().isValid()) {
        const TermPath &selection = m_document->selection();
        if (!selection.isEmpty())
            words.append(placeText(m_document->term(), selection, syntax()));
        words.append(kindText(term::partAt(m_document->term(), selection)));
        if (const auto range = m_document->selectedBytes())
            words.append(rangeText(*range, m_document->bytes().size()));
        if (m_forms->currentIndex() != Bytes && m_mapped && m_mapped->truncated)
            words.append(tr("the text is cut; the tree has all"));
    }
    m_place->setFullText(words.join(QStringLiteral(" · ")), Qt::ElideMiddle);
    const QLocale locale;
    m_found->setText(m_hit < 0    ? QString()
                     : m_hit == 0 ? tr("not found")
                     : m_moreHits
                         ? tr("%1 of more than %2").arg(locale.toString(m_hit), locale.toString(m_hits))
                         : tr("%1 of %2", "places").arg(locale.toString(m_hit), locale.toString(m_hits)));
}

void TermView::find(bool backwards)
{
    if (!m_find->text().isEmpty() && m_document->term().isValid())
        m_document->find(m_find->text(), backwards);
}

void TermView::fillCopyMenu()
{
    QMenu *menu = m_copy->menu();
    menu->clear();
    menu->addAction(tr("Copy as &Erlang"), this, [this] { copyAs(TextForm::Erlang); });
    menu->addAction(tr("Copy as E&lixir"), this, [this] { copyAs(TextForm::Elixir); });
    menu->addAction(tr("Copy as &JSON"), this, [this] { copyAs(TextForm::Json); });
    menu->addAction(tr("Copy as &hexadecimal digits"), this, [this] {
        if (const auto range = m_document->selectedBytes())
            copyAsHex(m_document->bytes().mid(range->offset, range->size));
    });
}

void TermView::copyAs(TextForm form) const
{
    const term::Term value = term::partAt(m_document->term(), m_document->selection());
    if (form == TextForm::Json) {
        term::JsonOptions options;
        options.maxBytes = MostCopied;
        return QGuiApplication::clipboard()->setText(QString::fromUtf8(term::toJson(value, options)));
    }
    QGuiApplication::clipboard()->setText(form == TextForm::Erlang ? term::toErlang(value, MostCopied)
                                                                   : term::toElixir(value, MostCopied));
}

void TermView::retranslate()
{
    m_forms->setTabText(Erlang, QStringLiteral("Erlang"));
    m_forms->setTabText(Elixir, QStringLiteral("Elixir"));
    m_forms->setTabText(Json, QStringLiteral("JSON"));
    m_forms->setTabText(Bytes, tr("Bytes"));
    m_forms->setAccessibleName(tr("Forms of the term"));
    m_tree->setAccessibleName(tr("The term as a tree"));
    m_text->setAccessibleName(tr("The term as text"));
    m_find->setPlaceholderText(tr("Find in the term"));
    m_find->setAccessibleName(tr("Find in the term"));
    m_find->setToolTip(tr("Enter goes to the next place, Shift+Enter to the previous one"));
    m_copy->setToolTip(tr("Copy the selected value"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_save->setToolTip(tr("Save the term to a file"));
    m_save->setAccessibleName(m_save->toolTip());
    m_fromTop->setText(tr("From the top"));
    m_fromTop->setToolTip(tr("The whole is too long: the text begins with the selected value"));
    m_model->retranslate();
    tellPlace();
}

void TermView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        m_tree->setFont(Theme::current(this).mono);
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
