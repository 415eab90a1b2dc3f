using Bunit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Web.Posts;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Components.Posts;

public sealed class Post_editor : PageTest
{
    private readonly BunitJSModuleInterop _editor;

    public Post_editor()
    {
        var module = JSInterop.SetupModule("./js/editor.js");
        module.Mode = JSRuntimeMode.Loose;
        _editor = module.SetupModule("create", _ => true);
        _editor.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<AntiforgeryStateProvider>(new NoForgery());
    }

    [Fact]
    public void The_surface_starts_with_the_current_article()
    {
        var post = Post("<p>正文</p>");

        Editor(post);

        var shown = _editor.VerifyInvoke("show");
        Assert.Equal([post.Current.Key, "<p>正文</p>"], shown.Arguments);
    }

    [Fact]
    public async Task New_text_from_the_browser_is_taken_checked_marked_and_announced()
    {
        var post = Post(string.Empty);
        var told = 0;
        var cut = Editor(post, () => told++);
        var body = cut.FindComponent<BodyEditor>().Instance;

        await cut.InvokeAsync(() => body.Content(post.Current.Key, 14, "<p>打 13800001234</p>"));

        Assert.Equal(("<p>打 13800001234</p>", 1), (post.Current.ContentHtml, told));
        Assert.NotEmpty(cut.FindAll("[data-code=personal-mobile]"));
        var marked = (IEnumerable<WordMark>)_editor.Invocations["mark"][^1].Arguments[0]!;
        Assert.Equal([new WordMark("13800001234", "must")], marked);
    }

    [Fact]
    public async Task A_removed_article_comes_back_by_undo()
    {
        var post = Post("<p>一</p>");
        post.Articles.Add(new ArticleEdit { Title = "第二篇" });
        Notice? said = null;
        var cut = Editor(post, said: notice => said = notice);

        await cut.InvokeAsync(() => cut.Find("[aria-label=删掉这一篇]").Click());
        cut.WaitForAssertion(() => Assert.NotNull(said));
        Assert.Single(post.Articles);
        await cut.InvokeAsync(said!.Undo!);

        Assert.Equal(["临江", "第二篇"], post.Articles.Select(article => article.Title));
    }

    [Fact]
    public async Task What_a_paste_left_behind_is_said()
    {
        Notice? said = null;
        var cut = Editor(Post(string.Empty), said: notice => said = notice);

        await cut.InvokeAsync(() => cut.FindComponent<BodyEditor>().Instance.Pasted(new PasteReport(12, 1, 2, 0, 1, 0, 0, 0, ["https://example.com/a.png"])));

        Assert.Contains("清理了 14 处格式", said!.Text);
        Assert.Contains("1 张外来图片没有带进来", said.Text);
    }

    [Fact]
    public async Task A_paste_that_is_too_long_says_how_long_it_was()
    {
        var said = new List<Notice>();
        var cut = Editor(Post(string.Empty), said: said.Add);
        var body = cut.FindComponent<BodyEditor>().Instance;

        await cut.InvokeAsync(() => body.Pasted(new PasteReport(0, 0, 0, 0, 0, 0, 0, 0, [], LongTable: 10_000)));
        await cut.InvokeAsync(() => body.Pasted(new PasteReport(0, 0, 0, 0, 0, 0, 0, 0, [], LongText: 9_000)));

        Assert.Contains("表格有 10000 行，没有贴进来", said[0].Text);
        Assert.Contains("9000 行", said[1].Text);
    }

    [Fact]
    public async Task Pasted_markdown_is_offered_with_its_formats()
    {
        Notice? said = null;
        var cut = Editor(Post(string.Empty), said: notice => said = notice);

        await cut.InvokeAsync(() => cut.FindComponent<BodyEditor>().Instance.Pasted(new PasteReport(0, 0, 0, 0, 0, 0, 0, 0, [], Markdown: true)));

        Assert.Equal(("像是 Markdown，要按格式粘贴吗？", "按格式粘贴"), (said!.Text, said.Does));
        Assert.NotNull(said.Undo);
    }

    [Fact]
    public void An_approved_post_is_only_shown_until_a_change_is_begun()
    {
        var facts = Facts() with { Status = PostStatus.Scheduled, Allowed = [PostAction.Edit, PostAction.Schedule] };

        var cut = Editor(Post("<p>一</p>"), facts: facts);

        Assert.True(cut.Find("[data-testid=title]").HasAttribute("readonly"));
        Assert.Empty(cut.FindAll("[data-testid=article-add]"));
        Assert.Equal([false], _editor.Invocations["setEditable"].Select(call => call.Arguments[0]));
    }

    private static PostEdit Post(string html)
    {
        var post = new PostEdit { AccountId = Guid.CreateVersion7() };
        post.Take([new Article("临江", "作者", "摘要", html, null, Guid.CreateVersion7(), false, false)]);
        return post;
    }

    private static PostFacts Facts() => new() { AccountName = "临江交警", Status = PostStatus.Draft, Allowed = [PostAction.Edit, PostAction.Submit], NextStep = "初审" };

    private IRenderedComponent<PostEditor> Editor(PostEdit post, Action? changed = null, Action<Notice>? said = null, PostFacts? facts = null) =>
        Render<PostEditor>(view => view.Add(v => v.Post, post).Add(v => v.Facts, facts ?? Facts()).Add(v => v.DraftKey, "person.post")
            .Add(v => v.Changed, changed ?? (() => { })).Add(v => v.Said, said ?? (_ => { })));

    private sealed class NoForgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
