namespace GovAccountConsole.Tests.Simulator;

public sealed class MaterialTests
{
    [Fact]
    public async Task Body_image_is_a_small_jpg_or_png_by_content()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        const string path = "/cgi-bin/media/uploadimg";
        byte[] big = [.. SimulatedPlatform.Png, .. new byte[1024 * 1024]];

        var url = (string)(await platform.UploadAsync(path, SimulatedPlatform.Png))["url"]!;
        Assert.StartsWith(platform.Address + "mmbiz_png/", url, StringComparison.Ordinal);
        Assert.Equal(SimulatedPlatform.Png, await platform.Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken));
        Assert.Equal(40005, (int)(await platform.UploadAsync(path, "<svg onload=alert(1)>"u8.ToArray()))["errcode"]!);
        Assert.Equal(40005, (int)(await platform.UploadAsync(path, "GIF89a"u8.ToArray(), "a.gif"))["errcode"]!);
        Assert.Equal(40009, (int)(await platform.UploadAsync(path, big))["errcode"]!);
    }

    [Fact]
    public async Task The_part_has_its_name_and_an_ascii_file_name_with_extension()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        const string path = "/cgi-bin/media/uploadimg";

        Assert.Equal(41005, (int)(await platform.UploadAsync(path, SimulatedPlatform.Png, partName: "file"))["errcode"]!);
        Assert.Equal(41005, (int)(await platform.UploadAsync(path, SimulatedPlatform.Png, "封面.png"))["errcode"]!);
        Assert.Equal(41005, (int)(await platform.UploadAsync(path, SimulatedPlatform.Png, "cover"))["errcode"]!);
    }

    [Fact]
    public async Task Permanent_material_is_counted_listed_fetched_and_deleted()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var id = await platform.CoverAsync();

        Assert.Equal(1, (int)(await platform.GetAsync(await platform.WithTokenAsync("/cgi-bin/material/get_materialcount")))["image_count"]!);
        var list = await platform.CallAsync("/cgi-bin/material/batchget_material", new { type = "image", offset = 0, count = 20 });
        Assert.Equal(id, (string?)list["item"]![0]!["media_id"]);
        using var body = new StringContent($$"""{"media_id":"{{id}}"}""");
        using var fetched = await platform.Http.PostAsync(await platform.WithTokenAsync("/cgi-bin/material/get_material"), body, TestContext.Current.CancellationToken);
        Assert.Equal("image/png", fetched.Content.Headers.ContentType?.MediaType);
        Assert.Equal(SimulatedPlatform.Png, await fetched.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, (int)(await platform.CallAsync("/cgi-bin/material/del_material", new { media_id = id }))["errcode"]!);
        Assert.Equal(40007, (int)(await platform.CallAsync("/cgi-bin/material/del_material", new { media_id = id }))["errcode"]!);
    }

    [Fact]
    public async Task Types_and_sizes_are_checked()
    {
        await using var platform = await SimulatedPlatform.StartAsync();

        Assert.Equal(40004, (int)(await platform.UploadAsync("/cgi-bin/material/add_material?type=news", SimulatedPlatform.Png))["errcode"]!);
        Assert.Equal(40137, (int)(await platform.UploadAsync("/cgi-bin/material/add_material?type=image", "text"u8.ToArray()))["errcode"]!);
        Assert.Equal(40137, (int)(await platform.UploadAsync("/cgi-bin/material/add_material?type=thumb", SimulatedPlatform.Png))["errcode"]!);
        byte[] big = [.. SimulatedPlatform.Png, .. new byte[40 * 1024 * 1024]];
        Assert.Equal(45001, (int)(await platform.UploadAsync("/cgi-bin/material/add_material?type=image", big))["errcode"]!);
    }
}
