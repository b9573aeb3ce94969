<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "user-profile-commons.ftl" as profiles>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayRequiredFields=true; section>
  <#if section == "header">
    ${msg("loginProfileTitle")}
  <#elseif section == "form">
    <form id="kc-update-profile-form" action="${url.loginAction}" method="post" novalidate>
      <@profiles.userProfileFormFields/>
      <@field.send label="doSubmit"/>
    </form>
  </#if>
</@layout.registrationLayout>
