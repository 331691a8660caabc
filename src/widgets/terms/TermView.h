#pragma once

#include <QWidget>

#include "widgets/terms/TermDocument.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QTreeView;

namespace nodescope::widgets {

class BytesView;
class ElidedLabel;
class TermTextView;
class TermTreeModel;

/// One term from all sides: a tree, and beside it Erlang, Elixir, JSON or its bytes. A value that is chosen
/// in one of them is marked in all; text is found in it; it is copied and saved as text or as bytes.
///
/// Text that is too long to be shown whole begins with the selected value instead; a line above says so.
class TermView : public QWidget
{
    Q_OBJECT

public:
    enum Form { Erlang, Elixir, Json, Bytes };

    explicit TermView(QWidget *parent = nullptr);

    /// In External Term Format, with version byte. `placeholder` is said while nothing is open.
    void open(const QByteArray &externalTerm);
    void close(const QString &placeholder);
    [[nodiscard]] TermDocument &document() const { return *m_document; }
    void showForm(Form form);
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] BytesView *bytes() const { return m_bytes; }
    [[nodiscard]] TermTextView *text() const { return m_text; }
    /// Further buttons at the end of the bar.
    void addButton(QWidget *button);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeFindRow();
    void joinDocument();
    void joinViews();
    void retranslate();
    void onOpened();
    void onSelected();
    void refreshText();
    void takeText(TextForm form, const term::TermPath &focus,
                  const std::shared_ptr<const term::MappedText> &text);
    void showInTree();
    void tellPlace();
    void find(bool backwards);
    void fillCopyMenu();
    void copyAs(TextForm form) const;
    [[nodiscard]] term::Syntax syntax() const;

    TermDocument *m_document;
    TermTreeModel *m_model;
    QTreeView *m_tree;
    QStackedWidget *m_stack;
    QTabBar *m_forms;
    TermTextView *m_text;
    BytesView *m_bytes;
    QLabel *m_empty;
    QSplitter *m_splitter;
    QStackedWidget *m_whole; ///< the placeholder, or the views
    ElidedLabel *m_place;
    QLineEdit *m_find;
    QLabel *m_found;
    QToolButton *m_copy;
    QToolButton *m_save;
    QPushButton *m_fromTop;
    QHBoxLayout *m_bar = nullptr;
    QString m_placeholder;
    std::shared_ptr<const term::MappedText> m_mapped;
    term::TermPath m_focus;  ///< of the text that is shown
    term::TermPath m_wanted; ///< of the text that is being made
    bool m_making = false;
    bool m_setting = false;
    int m_hit = -1;
    int m_hits = 0;
    bool m_moreHits = false;
};

} // namespace nodescope::widgets
