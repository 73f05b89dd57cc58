// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/import/file_kind.h"
#include "ui/shell/recent_files.h"

#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr int widest = 1120;
constexpr int cardHeight = 64;
constexpr int rowHeight = 48;
constexpr int rowWidth = 320; // at least
constexpr int titleHeight = 28;
constexpr int columnGap = 48;

QLabel *label(const Theme &theme, const QString &text, Type type, const char *tone = "")
{
    auto *made = new QLabel(text);
    made->setFont(theme.font(type));
    made->setProperty("tone", tone);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QLabel *title(const Theme &theme, const QString &text)
{
    QLabel *made = label(theme, text, Type::Table, "text2");
    QFont font = made->font();
    font.setWeight(QFont::DemiBold);
    made->setFont(font);
    made->setMinimumHeight(titleHeight);
    return made;
}

QLabel *mark(const Theme &theme, const QString &name, Role role)
{
    auto *made = new QLabel;
    made->setPixmap(theme.pixmap(name, role, made->devicePixelRatioF()));
    QObject::connect(&theme, &Theme::changed, made, [made, &theme, name, role] {
        made->setPixmap(theme.pixmap(name, role, made->devicePixelRatioF()));
    });
    return made;
}

// A file of the list: its name over its folder, to be pressed as a whole.
class RecentRow : public QPushButton
{
public:
    RecentRow(const Theme &theme, const QString &path)
    {
        const QFileInfo file(path);
        setObjectName(QStringLiteral("recentFile"));
        setProperty("quiet", true);
        setAccessibleName(file.fileName());
        setToolTip(path.toHtmlEscaped());
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        const bool isSpec = kindOfFile(path) == FileKind::Spec;
        QLabel *kind = mark(theme, isSpec ? QStringLiteral("braces") : QStringLiteral("table"), Role::Text2);
        QLabel *name = label(theme, file.fileName(), Type::Label);
        QLabel *folder = label(theme, file.path(), Type::Table, "text3");
        for (QLabel *words : {name, folder})
            words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addStretch();
        words->addWidget(name);
        words->addWidget(folder);
        words->addStretch();
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 0, 12, 0);
        row->setSpacing(12);
        row->addWidget(kind);
        row->addLayout(words, 1);
        for (QLabel *part : {kind, name, folder})
            part->setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    QSize sizeHint() const override { return {rowWidth, rowHeight}; }
};

} // namespace

WelcomePage::WelcomePage(const Theme &theme, RecentFiles &recent, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_recent(recent)
{
    setObjectName(QStringLiteral("welcomePage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setStyleSheet(QStringLiteral(
        "QPushButton[row=\"true\"] { text-align: left; border: 1px solid transparent; background: transparent; }"
        "QPushButton[row=\"true\"]:hover { background: palette(alternate-base); }"));

    auto *columns = new QHBoxLayout;
    columns->setSpacing(columnGap);
    auto *left = new QVBoxLayout;
    left->setSpacing(32);
    left->addWidget(createStart());
    left->addWidget(createKeys());
    left->addStretch();
    columns->addLayout(left, 1);
    columns->addWidget(createRecent(), 1);

    auto *sheet = new QWidget;
    sheet->setMaximumWidth(widest);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 40, 24, 24);
    column->setSpacing(4);
    column->addWidget(label(theme, tr("Ask your events a question"), Type::Page));
    column->addWidget(label(theme, tr("Trends, funnels and retention, on this machine."), Type::Base, "text2"));
    column->addSpacing(24);
    column->addLayout(columns, 1);

    auto *inside = new QWidget;
    auto *middle = new QHBoxLayout(inside);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    middle->addWidget(sheet, 100);
    middle->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inside);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    connect(&m_recent, &RecentFiles::changed, this, &WelcomePage::showRecent);
    showRecent();
}

QPushButton *WelcomePage::addCard(QVBoxLayout &column, const QString &iconName, const QString &name, QLabel *sentence,
                                  const QString &button, const char *objectName)
{
    auto *card = new QFrame;
    card->setProperty("plate", "surface");
    card->setMinimumHeight(cardHeight);
    auto *press = new QPushButton(button);
    press->setObjectName(QLatin1String(objectName));
    sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    sentence->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(label(m_theme, name, Type::Label));
    words->addWidget(sentence);
    words->addStretch();
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(16);
    row->addWidget(mark(m_theme, iconName, Role::Link));
    row->addLayout(words, 1);
    row->addWidget(press);
    column.addWidget(card);
    return press;
}

QWidget *WelcomePage::createStart()
{
    auto *start = new QWidget;
    auto *column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title(m_theme, tr("Start")));
    m_demoText = label(m_theme, {}, Type::Table, "text2");
    m_demoText->setObjectName(QStringLiteral("demoText"));
    m_demo = addCard(*column, QStringLiteral("play"), tr("Explore the demo shop"), m_demoText,
                     tr("Make the demo project"), "makeDemo");
    m_demo->setProperty("accent", true);
    m_openText = label(m_theme, {}, Type::Table, "text2");
    QPushButton *open
        = addCard(*column, QStringLiteral("folder"), tr("Open a file"), m_openText, tr("Choose a file…"), "chooseFile");
    QLabel *drop = label(m_theme, tr("Or drop a file on this window"), Type::Table, "text3");
    drop->setContentsMargins(16, 4, 16, 4);
    column->addWidget(drop);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoWanted);
    connect(open, &QPushButton::clicked, this, &WelcomePage::fileWanted);
    setDemoText(tr("A shop with a million made-up events"));
    setTakesEvents(false);
    return start;
}

QWidget *WelcomePage::createKeys()
{
    auto *keys = new QWidget;
    auto *grid = new QGridLayout(keys);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->addWidget(title(m_theme, tr("Keys worth knowing")), 0, 0, 1, 2);
    const std::pair<QString, QString> known[] = {{tr("Find any action, event or property"), tr("Ctrl+K")},
                                                 {tr("Add an event, a filter"), tr("Ctrl+E, Ctrl+F")},
                                                 {tr("Copy the query spec"), tr("Ctrl+Shift+C")},
                                                 {tr("Undo, without limit"), tr("Ctrl+Z")}};
    for (int row = 1; const auto &[what, key] : known) {
        grid->addWidget(label(m_theme, what, Type::Base, "text2"), row, 0);
        QLabel *plate = label(m_theme, key, Type::Table);
        auto *frame = new QFrame;
        frame->setProperty("plate", "sunken");
        auto *inside = new QHBoxLayout(frame);
        inside->setContentsMargins(8, 2, 8, 2);
        inside->addWidget(plate);
        grid->addWidget(frame, row++, 1, Qt::AlignRight);
    }
    return keys;
}

QWidget *WelcomePage::createRecent()
{
    auto *recent = new QWidget;
    auto *column = new QVBoxLayout(recent);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_clear = new QPushButton(tr("Clear the list"));
    m_clear->setObjectName(QStringLiteral("clearRecent"));
    m_clear->setProperty("quiet", true);
    m_clear->setFont(m_theme.font(Type::Table));
    auto *head = new QHBoxLayout;
    head->addWidget(title(m_theme, tr("Recent files")), 1);
    head->addWidget(m_clear);
    m_recentRows = new QVBoxLayout;
    m_recentRows->setSpacing(4);
    m_recentNote = label(m_theme, tr("Files you open are listed here."), Type::Table, "text3");
    column->addLayout(head);
    column->addLayout(m_recentRows);
    column->addWidget(m_recentNote);
    column->addStretch();
    connect(m_clear, &QPushButton::clicked, &m_recent, &RecentFiles::clear);
    return recent;
}

void WelcomePage::showRecent()
{
    while (QLayoutItem *item = m_recentRows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &path : m_recent.paths()) {
        auto *row = new RecentRow(m_theme, path);
        m_recentRows->addWidget(row);
        connect(row, &QPushButton::clicked, this, [this, path] { Q_EMIT pathWanted(path); });
    }
    m_clear->setVisible(!m_recent.paths().isEmpty());
    m_recentNote->setVisible(m_recent.paths().isEmpty());
}

void WelcomePage::setTakesEvents(bool takes)
{
    m_demo->parentWidget()->setVisible(takes);
    m_openText->setText(takes ? tr("CSV, JSON lines, Parquet, or a query spec") : tr("A query spec"));
}

void WelcomePage::setDemoText(const QString &text)
{
    m_demoText->setText(text);
}

void WelcomePage::setDemoEnabled(bool enabled)
{
    m_demo->setEnabled(enabled);
}
